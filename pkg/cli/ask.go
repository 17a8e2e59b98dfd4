package cli

import (
	"bufio"
	"context"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/vis-samverkan/vis/pkg/render"
)

// errStopped ends a dialogue that the reader broke off.
type errStopped struct{}

func (errStopped) Error() string { return "broken off; nothing was written" }

// Swedish says the same in Swedish.
func (errStopped) Swedish() string { return "avbrutet; ingenting skrevs" }

// line asks a person at a terminal for one line, without the spaces around it.
// What is no UTF-8 is told, and asked for again. The error is errStopped, where
// the input ends or the person interrupts.
func (a *app) line(ctx context.Context, in *bufio.Reader, prompt string) (string, error) {
	fmt.Fprint(a.Err, render.Safe(prompt))
	type reply struct {
		line string
		err  error
	}
	replied := make(chan reply, 1)
	go func() {
		s, err := in.ReadString('\n')
		replied <- reply{strings.TrimSpace(s), err}
	}()
	select {
	case r := <-replied:
		switch {
		case r.line != "" && !utf8.ValidString(r.line):
			a.complain(a.pick("tecknen är inte UTF-8; ställ in terminalen på UTF-8 och skriv igen", "the characters are not UTF-8; set the terminal to UTF-8 and write again"))
			return a.line(ctx, in, prompt)
		case r.err == nil, r.line != "":
			return r.line, nil
		}
	case <-ctx.Done():
	}
	fmt.Fprintln(a.Err)
	return "", errStopped{}
}

// isYes reports whether an answer is one, in either language.
func isYes(answer string) bool {
	switch strings.ToLower(answer) {
	case "j", "ja", "y", "yes":
		return true
	}
	return false
}
