// Package cli is the command layer: one file a command. Only this package
// writes to standard output, reads the clock and the environment, and chooses
// the exit code; all three are handed to it.
package cli

import (
	"bufio"
	"bytes"
	"cmp"
	"context"
	"errors"
	"io"
	"strconv"
	"time"
	"unicode/utf8"

	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/text"
)

// The exit codes of every command.
const (
	ExitClean    = 0 // done, and no finding at or above --fail-on
	ExitFindings = 1 // findings at or above --fail-on
	ExitUsage    = 2 // the command was called wrongly
	ExitFailure  = 3 // the command could not do its work
)

// Env is the world that a command runs in.
type Env struct {
	Args   []string // without the program's name
	Dir    string   // working directory, absolute
	In     io.Reader
	Out    io.Writer
	Err    io.Writer
	Getenv func(string) string
	Today  edtf.Day
	// Now is the time of day, for what is told as it happens; nil for the clock.
	Now func() time.Time
	// Terminal is whether Out is one, and Width its columns (0 if not).
	Terminal bool
	Width    int
	// Build is what `vis version` tells.
	Build Build
}

// Build is how the program was built.
type Build struct{ Version, Revision, Go string }

// Run runs a command and returns its exit code.
func Run(ctx context.Context, env Env) int {
	a := &app{Env: env, stdout: bufio.NewWriter(env.Out)}
	a.lang = a.languageBefore()
	root := a.root()
	root.SetArgs(env.Args)
	root.SetIn(env.In)
	root.SetOut(a.stdout)
	root.SetErr(env.Err)
	err := a.readable(env.Args)
	if err == nil {
		err = root.ExecuteContext(ctx)
	}
	if err == nil || errors.Is(err, errFindings) {
		err = cmp.Or(a.writeFile(), err)
	}
	if broken := a.stdout.Flush(); broken != nil {
		err = a.cannotWrite(a.lang.Word(text.StandardOutput), broken)
	}
	return a.exit(err)
}

// readable refuses an argument that is no UTF-8: nobody can tell which letters it
// means, and it would be written as something else. The paths that git gives its
// driver are git's business.
func (a *app) readable(args []string) error {
	if len(args) > 0 && args[0] == "git-diff-driver" {
		return nil
	}
	for _, arg := range args {
		if !utf8.ValidString(arg) {
			what := strconv.QuoteToGraphic(arg)
			return a.wrong("tecknen i "+what+" är inte UTF-8; skriv om dem, eller ställ in terminalen på UTF-8",
				"the characters of "+what+" are not UTF-8; write them anew, or set the terminal to UTF-8")
		}
	}
	return nil
}

// app is one run of the program.
type app struct {
	Env
	flags  flags
	lang   text.Lang
	stdout *bufio.Writer // keeps the first error, which Run looks at
	file   *bytes.Buffer // what --output will hold
}
