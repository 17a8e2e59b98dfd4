package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"golang.org/x/term"

	"github.com/vis-samverkan/vis/pkg/query"
	"github.com/vis-samverkan/vis/pkg/render"
	"github.com/vis-samverkan/vis/pkg/text"
)

// queryShell puts one question after another, as a person types them.
func (a *app) queryShell(ctx context.Context, o *opened, named []query.NamedQuestion, f queryFlags) error {
	in, ok := a.In.(*os.File)
	if !ok || !a.Terminal || !term.IsTerminal(int(in.Fd())) || a.flags.output != "" {
		return a.wrong("--shell behöver ett terminalfönster; ställ frågor från en fil med ”vis query - < FIL”", "--shell needs a terminal; put questions from a file with “vis query - < FILE”")
	}
	line := &lineReader{in: in, t: term.NewTerminal(struct {
		io.Reader
		io.Writer
	}{in, a.Out}, "")}
	if a.Width > 0 {
		_ = line.t.SetSize(a.Width, 24)
	}
	s := &shell{app: a, opened: o, named: named, flags: f, read: line.read}
	line.t.AutoCompleteCallback = s.complete
	return s.run(ctx)
}

// lineReader reads lines from a terminal, which remembers them. Between the
// lines the terminal is as usual, so that what is printed and an interrupt are.
type lineReader struct {
	in *os.File
	t  *term.Terminal
}

func (l *lineReader) read(prompt string) (string, error) {
	usual, err := term.MakeRaw(int(l.in.Fd()))
	if err != nil {
		return "", err
	}
	defer func() { _ = term.Restore(int(l.in.Fd()), usual) }()
	l.t.SetPrompt(prompt)
	line, err := l.t.ReadLine()
	if errors.Is(err, term.ErrPasteIndicator) {
		err = nil
	}
	return line, err
}

// shell is the prompt and what it works on.
type shell struct {
	*app
	opened *opened
	named  []query.NamedQuestion
	flags  queryFlags
	read   func(prompt string) (string, error)
	db     *query.DB
}

// shellCommands are what may be typed besides SQL.
var shellCommands = []struct {
	Name string
	What text.Both
}{
	{".tables", text.Both{Sv: "lista tabellerna", En: "list the tables"}},
	{".schema TABLE", text.Both{Sv: "beskriv en tabell", En: "describe a table"}},
	{".queries", text.Both{Sv: "lista de frågor som har namn", En: "list the questions that have names"}},
	{".run NAME", text.Both{Sv: "ställ en fråga som har ett namn; parametrar som namn=värde", En: "put a question that has a name; parameters as name=value"}},
	{".help", text.Both{Sv: "visa detta", En: "show this"}},
	{".quit", text.Both{Sv: "sluta", En: "end"}},
}

// run reads questions until there are no more. What is wrong with one is said,
// and ends nothing.
func (s *shell) run(ctx context.Context) (err error) {
	if s.db, err = query.Open(ctx, query.Source{View: s.opened.view, Check: checked(s.opened)}); err != nil {
		return err
	}
	defer s.db.Close()
	fmt.Fprintln(s.stdout, s.pick("Skriv en fråga i SQL och avsluta den med semikolon. .help visar vad mer som går.", "Type a question in SQL and end it with a semicolon. .help shows what else there is."))
	question := ""
	for ctx.Err() == nil {
		if err := s.stdout.Flush(); err != nil {
			return err
		}
		prompt := "vis> "
		if question != "" {
			prompt = "...> "
		}
		line, err := s.read(prompt)
		if errors.Is(err, io.EOF) {
			fmt.Fprintln(s.stdout)
			return nil
		}
		if err != nil {
			return err
		}
		words := strings.Fields(line)
		switch {
		case question == "" && len(words) == 0:
			continue
		case question == "" && strings.HasPrefix(words[0], "."):
			if words[0] == ".quit" || words[0] == ".exit" {
				return nil
			}
			err = s.command(ctx, words)
		default:
			question += line + "\n"
			if !strings.HasSuffix(strings.TrimSpace(line), ";") {
				continue
			}
			err = s.put(ctx, query.Question{SQL: question, Rows: s.flags.limit, Timeout: s.flags.timeout})
			question = ""
		}
		if err != nil && ctx.Err() == nil {
			var wrong *usageError
			message := s.words(err)
			if errors.As(err, &wrong) {
				message = wrong.message
			}
			fmt.Fprintln(s.stdout, render.Safe(message))
		}
	}
	return ctx.Err()
}

// put puts one question and writes the answer.
func (s *shell) put(ctx context.Context, q query.Question) error {
	res, err := s.db.Ask(ctx, q)
	if err != nil {
		return err
	}
	return s.writeRows(res, "text", s.flags)
}

// command does what begins with a full stop.
func (s *shell) command(ctx context.Context, words []string) error {
	switch words[0] {
	case ".tables":
		fmt.Fprintln(s.stdout, strings.Join(query.TableNames(), "\n"))
		return nil
	case ".schema":
		if len(words) == 1 {
			return s.wrong("ange en tabell; .tables visar dem som finns", "name a table; .tables shows those there are")
		}
		return s.querySchema("text", words[1])
	case ".queries":
		return s.listQueries(s.named, "text", s.flags)
	case ".run":
		if len(words) == 1 {
			return s.wrong("ange en fråga; .queries visar dem som finns", "name a question; .queries shows those there are")
		}
		f := s.flags
		f.params = words[2:]
		q, err := s.question(s.named, f, words[1])
		if err != nil {
			return err
		}
		return s.put(ctx, q)
	case ".help":
		t := render.Table{Header: []string{s.pick("Kommando", "Command"), s.pick("Gör", "Does")}}
		for _, c := range shellCommands {
			t.Rows = append(t.Rows, []string{c.Name, c.What.In(s.lang)})
		}
		return t.Write(s.stdout, s.width(), s.style())
	}
	return s.wrong("kommandot "+words[0]+" finns inte; .help visar dem som finns", "there is no command "+words[0]+"; .help shows those there are")
}

// sqlWords are words of SQL that the prompt completes.
var sqlWords = []string{"COLLATE", "COUNT", "DISTINCT", "FROM", "GROUP BY", "HAVING", "JOIN", "LEFT JOIN", "LIMIT", "ORDER BY", "SELECT", "UNION ALL", "USING", "VALUES", "WHERE", "WITH"}

// complete completes the word before the cursor when the tabulator is pressed:
// to the whole of the only word it can be, else as far as all agree.
func (s *shell) complete(line string, pos int, key rune) (string, int, bool) {
	if key != '\t' {
		return "", 0, false
	}
	begin := strings.LastIndexAny(line[:pos], " \t(,=<>") + 1
	typed := line[begin:pos]
	if dot := strings.LastIndexByte(typed, '.'); dot > 0 { // a column after the name of a table
		begin, typed = begin+dot+1, typed[dot+1:]
	}
	found := common(beginning(s.following(line[:begin]), typed))
	if typed == "" || found == "" {
		return "", 0, false
	}
	return line[:begin] + found + line[pos:], begin + len(found), true
}

// following are what may stand after what is typed.
func (s *shell) following(before string) []string {
	first := strings.Fields(before)
	switch {
	case len(first) == 0:
		var out []string
		for _, c := range shellCommands {
			out = append(out, strings.Fields(c.Name)[0])
		}
		return append(out, sqlWords...)
	case first[0] == ".schema":
		return query.TableNames()
	case first[0] == ".run":
		var out []string
		for _, q := range s.named {
			out = append(out, q.Name)
		}
		return out
	}
	return slices.Concat(query.TableNames(), query.ColumnNames(), sqlWords)
}

// common is what all of some words begin with.
func common(words []string) string {
	if len(words) == 0 {
		return ""
	}
	all := words[0]
	for _, w := range words[1:] {
		for !strings.HasPrefix(w, all) {
			all = all[:len(all)-1]
		}
	}
	return all
}
