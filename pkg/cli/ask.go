package cli

import (
	"bufio"
	"context"
	"fmt"
	"strings"

	"github.com/vis-samverkan/vis/pkg/render"
)

// errStopped ends a dialogue that the reader broke off.
type errStopped struct{}

func (errStopped) Error() string { return "broken off; nothing was written" }

// Swedish says the same in Swedish.
func (errStopped) Swedish() string { return "avbrutet; ingenting skrevs" }

// line asks a person at a terminal for one line, without the spaces around it.
// The error is errStopped, where the input ends or the person interrupts.
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
		if r.err == nil || r.line != "" {
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
