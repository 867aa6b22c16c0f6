// Reads a message as a mail program does, with net/mail and mime/multipart, and prints its subject and the text of each part.
// usage: read FILE
package main

import (
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"os"
)

func check(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func main() {
	file, err := os.Open(os.Args[1])
	check(err)
	message, err := mail.ReadMessage(file)
	check(err)
	for _, name := range []string{"From", "Reply-To"} {
		if message.Header.Get(name) != "" {
			_, err = message.Header.AddressList(name)
			check(err)
		}
	}
	_, err = message.Header.Date()
	check(err)
	subject, err := new(mime.WordDecoder).DecodeHeader(message.Header.Get("Subject"))
	check(err)
	fmt.Println(subject)
	_, parameters, err := mime.ParseMediaType(message.Header.Get("Content-Type"))
	check(err)
	parts := multipart.NewReader(message.Body, parameters["boundary"])
	for {
		part, err := parts.NextRawPart()
		if err == io.EOF {
			return
		}
		check(err)
		var body io.Reader = part
		if part.Header.Get("Content-Transfer-Encoding") == "quoted-printable" {
			body = quotedprintable.NewReader(part)
		}
		bytes, err := io.ReadAll(body)
		check(err)
		fmt.Printf("%s", bytes)
	}
}
