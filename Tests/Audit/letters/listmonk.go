// Does with a body what listmonk does when a campaign is compiled and sent: its short names for functions get their
// argument, html/template parses and executes the body, and the alternate text as well (models/models.go of knadh/listmonk).
// usage: listmonk FILE
package main

import (
	"fmt"
	"html/template"
	"os"
	"regexp"
)

var names = []struct {
	pattern *regexp.Regexp
	with    string
}{
	{regexp.MustCompile(`{{(\s+)?TrackLink\s+"(.+?)"(\s+)?}}`), `{{ TrackLink "$2" . }}`},
	{regexp.MustCompile(`(https?://.+?)@TrackLink`), `{{ TrackLink "$1" . }}`},
	{regexp.MustCompile(`{{(\s+)?(TrackView|UnsubscribeURL|ManageURL|OptinURL|MessageURL)(\s+)?}}`), `{{ $2 . }}`},
}

func main() {
	bytes, err := os.ReadFile(os.Args[1])
	if err == nil {
		body := string(bytes)
		for _, name := range names {
			body = name.pattern.ReplaceAllString(body, name.with)
		}
		address := func(string) func(any) template.URL {
			return func(any) template.URL { return template.URL("https://unsubscribe.example/") }
		}
		functions := template.FuncMap{
			"TrackLink":      func(link string, _ any) string { return "https://track.example/" },
			"TrackView":      func(any) template.HTML { return template.HTML("<img src=track>") },
			"UnsubscribeURL": address(""), "ManageURL": address(""), "OptinURL": address(""), "MessageURL": address(""),
		}
		var parsed *template.Template
		if parsed, err = template.New("content").Funcs(functions).Parse(body); err == nil {
			err = parsed.Execute(os.Stdout, map[string]any{"Subscriber": map[string]any{"Email": "a@example.org"}})
		}
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
