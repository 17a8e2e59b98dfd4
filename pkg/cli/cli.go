// Package cli is the command layer: one file a command. Only this package
// writes to standard output, reads the clock and the environment, and chooses
// the exit code; all three are handed to it.
package cli

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/render"
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
	a := &app{Env: env, flags: flags{}}
	a.lang = a.languageBefore()
	root := a.root()
	root.SetArgs(env.Args)
	root.SetIn(env.In)
	root.SetOut(env.Out)
	root.SetErr(env.Err)
	err := root.ExecuteContext(ctx)
	if err == nil {
		err = a.flush()
	}
	return a.exit(err)
}

// app is one run of the program.
type app struct {
	Env
	flags flags
	lang  text.Lang
	file  *bytes.Buffer // what --output will hold
}

// flags are the flags of every command.
type flags struct {
	registry, rev, asOf, lang, format, output, color string
	quiet                                            bool
}

// usageError is a call that cannot be carried out as written.
type usageError struct{ message string }

func (e *usageError) Error() string { return e.message }

// usage makes a usage error from the catalogue.
func (a *app) usage(k text.Key, args text.Args) error {
	return &usageError{a.lang.Say(k, args)}
}

// errFindings ends a command that found what --fail-on asks about.
var errFindings = errors.New("findings")

// swede is an error with a Swedish text of its own.
type swede interface{ Swedish() string }

// exit tells what went wrong, on standard error, and gives the exit code.
func (a *app) exit(err error) int {
	var ue *usageError
	switch {
	case err == nil:
		return ExitClean
	case errors.Is(err, errFindings):
		return ExitFindings
	case errors.As(err, &ue):
		fmt.Fprintf(a.Err, "vis: %s\n", render.Safe(ue.message))
		return ExitUsage
	}
	fmt.Fprintf(a.Err, "vis: %s\n", render.Safe(a.words(err)))
	return ExitFailure
}

// words is an error in the language of the run, where it has one.
func (a *app) words(err error) string {
	var s swede
	if a.lang == text.Swedish && errors.As(err, &s) {
		return s.Swedish()
	}
	return err.Error()
}

// languageBefore finds the language before the flags are parsed, since help
// and usage errors need one too.
func (a *app) languageBefore() text.Lang {
	for i, arg := range a.Args {
		value, ok := strings.CutPrefix(arg, "--lang=")
		if arg == "--lang" && i+1 < len(a.Args) {
			value, ok = a.Args[i+1], true
		}
		if l, known := text.ParseLang(value); ok && known {
			return l
		}
	}
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if l, ok := text.ParseLang(a.Getenv(name)); ok {
			return l
		}
	}
	return text.Swedish
}

// localeIsSet reports whether the environment or a flag chose a language.
func (a *app) localeIsSet() bool {
	if a.flags.lang != "" {
		return true
	}
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if _, ok := text.ParseLang(a.Getenv(name)); ok {
			return true
		}
	}
	return false
}

// out is where the command's result goes: standard output, or the file of
// --output, which is written when the command is done.
func (a *app) out() io.Writer {
	if a.flags.output == "" {
		return a.Out
	}
	if a.file == nil {
		a.file = &bytes.Buffer{}
	}
	return a.file
}

// flush writes the file of --output.
func (a *app) flush() error {
	if a.file == nil {
		return nil
	}
	name := a.flags.output
	if !filepath.IsAbs(name) {
		name = filepath.Join(a.Dir, name)
	}
	if err := os.WriteFile(name, a.file.Bytes(), 0o644); err != nil {
		var pe *os.PathError
		if errors.As(err, &pe) {
			err = pe.Err
		}
		return errors.New(a.lang.Say(text.CannotWrite, text.Args{"file": a.flags.output, "error": err.Error()}))
	}
	return nil
}

// format is the format asked for by --format, or by the ending of --output;
// the first of the allowed ones otherwise.
func (a *app) format(allowed ...string) (string, error) {
	want := a.flags.format
	if want == "" && a.flags.output != "" {
		if ext := strings.TrimPrefix(filepath.Ext(a.flags.output), "."); ext != "" && ext != "txt" {
			want = map[string]string{"md": "markdown"}[ext]
			if want == "" {
				want = ext
			}
		}
	}
	if want == "" {
		return allowed[0], nil
	}
	for _, f := range allowed {
		if f == want {
			return f, nil
		}
	}
	return "", a.usage(text.BadFormat, text.Args{"value": want, "allowed": text.Or(allowed)})
}

// style tells whether to colour.
func (a *app) style() render.Style {
	switch a.flags.color {
	case "always":
		return render.NewStyle(true)
	case "never":
		return render.NewStyle(false)
	}
	return render.NewStyle(a.Terminal && a.flags.output == "" && a.Getenv("NO_COLOR") == "" && a.Getenv("TERM") != "dumb")
}

// width is the width to wrap at; 0 where the result does not go to a terminal.
func (a *app) width() int {
	if a.flags.output != "" {
		return 0
	}
	return a.Width
}

// checkFlags refuses values that the common flags cannot have.
func (a *app) checkFlags() error {
	if a.flags.lang != "" {
		l, ok := text.ParseLang(a.flags.lang)
		if !ok {
			return a.usage(text.BadLanguage, text.Args{"value": a.flags.lang})
		}
		a.lang = l
	}
	switch a.flags.color {
	case "auto", "always", "never":
	default:
		return a.usage(text.BadColor, text.Args{"value": a.flags.color})
	}
	if _, err := a.today(); err != nil {
		return err
	}
	_, err := a.day()
	return err
}

// today is the clock, which VIS_TODAY may set so that a run can be repeated.
func (a *app) today() (edtf.Day, error) {
	if s := a.Getenv("VIS_TODAY"); s != "" {
		d, err := edtf.ParseDay(s)
		if err != nil {
			return 0, a.usage(text.BadDate, text.Args{"value": s})
		}
		return d, nil
	}
	return a.Today, nil
}

// day is the day that the registry is seen at: --as-of, or today.
func (a *app) day() (edtf.Day, error) {
	if a.flags.asOf == "" {
		return a.today()
	}
	d, err := edtf.ParseDay(a.flags.asOf)
	if err != nil {
		return 0, a.usage(text.BadDate, text.Args{"value": a.flags.asOf})
	}
	return d, nil
}

// flagError puts what the flag parser says into the language of the run.
func (a *app) flagError(c *cobra.Command, err error) error {
	var notExist *pflag.NotExistError
	var noValue *pflag.ValueRequiredError
	var badValue *pflag.InvalidValueError
	switch {
	case errors.As(err, &notExist):
		name := "--" + notExist.GetSpecifiedName()
		if notExist.GetSpecifiedShortnames() != "" {
			name = "-" + notExist.GetSpecifiedName()
		}
		return a.usage(text.UnknownFlag, text.Args{"name": name, "command": c.CommandPath()})
	case errors.As(err, &noValue):
		return a.usage(text.FlagNeedsValue, text.Args{"name": "--" + noValue.GetFlag().Name})
	case errors.As(err, &badValue):
		return a.usage(text.FlagBadValue, text.Args{"name": "--" + badValue.GetFlag().Name, "value": badValue.GetValue()})
	}
	return &usageError{err.Error()}
}
