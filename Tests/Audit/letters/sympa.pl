# Does with a message what Sympa does where merging is on: Template Toolkit reads the whole of it, with its usual marks
# (Sympa::Message::Template). usage: perl sympa.pl FILE
use strict;
use warnings;
use Template;

my $template = Template->new({ABSOLUTE => 1, ENCODING => 'utf8'}) or die Template->error;
binmode STDOUT, ':encoding(UTF-8)';
$template->process($ARGV[0], {user => {email => 'a@example.org'}, listname => 'lettre'}) or die $template->error . "\n";
