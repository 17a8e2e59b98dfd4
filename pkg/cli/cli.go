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
	"time"

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
	err := root.ExecuteContext(ctx)
	if err == nil || errors.Is(err, errFindings) {
		err = cmp.Or(a.writeFile(), err)
	}
	if broken := a.stdout.Flush(); broken != nil {
		err = a.cannotWrite(a.lang.Word(text.StandardOutput), broken)
	}
	return a.exit(err)
}

// app is one run of the program.
type app struct {
	Env
	flags  flags
	lang   text.Lang
	stdout *bufio.Writer // keeps the first error, which Run looks at
	file   *bytes.Buffer // what --output will hold
}
