package cli

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/render"
	"github.com/vis-samverkan/vis/pkg/text"
)

// settle is how long nothing must have changed before the registry is read: an
// editor changes a file in several steps.
const settle = 100 * time.Millisecond

// mostChanged is how many files a line names.
const mostChanged = 3

var (
	watchBegins  = text.Both{Sv: "{time} bevakar {dir}; avsluta med Ctrl-C", En: "{time} watching {dir}; end with Ctrl-C"}
	watchChanged = text.Both{Sv: "{time} ändrat: {files}", En: "{time} changed: {files}"}
	watchMore    = text.Both{Sv: "och {n|en fil|# filer} till", En: "and {n|one file|# files} more"}
	watchNothing = text.Both{Sv: "Inga fynd att visa.", En: "No findings to show."}
	watchFormat  = text.Both{
		Sv: "--watch skriver text på skärmen; ta bort --format, --output, --rev och --fix",
		En: "--watch writes text on the screen; leave out --format, --output, --rev and --fix",
	}
)

// watchValidate tests the registry, and again each time that a file of it has
// changed, until the run is interrupted. It ends as the last test did.
func (a *app) watchValidate(c *cobra.Command, f validateFlags, args []string) error {
	format, err := a.format(c)
	if err != nil {
		return err
	}
	if format != "text" || a.flags.output != "" || a.flags.rev != "" || f.fix || f.yes {
		return &usageError{watchFormat.In(a.lang)}
	}
	dir, err := a.find()
	if err != nil {
		return err
	}
	w, err := watchFolder(dir)
	if err != nil {
		return err
	}
	defer w.Close()
	events, broken := w.events(c.Context())
	return a.watch(c.Context(), dir, events, broken, w.addAll, func() error { return a.validate(c, f, args) })
}

// watch runs something now and when files of a folder have changed. again is
// called before each further run, to see folders that are new.
func (a *app) watch(ctx context.Context, dir string, events <-chan string, broken <-chan error, again, run func() error) error {
	var last error
	each := func(says text.Both, args text.Args) error {
		now := a.clock()
		if a.Getenv("VIS_TODAY") == "" {
			a.Today = edtf.DayOf(now.Year(), int(now.Month()), now.Day())
		}
		args["time"] = now.Format(time.TimeOnly)
		out, err := a.captured(run)
		if errors.Is(err, context.Canceled) {
			return err
		}
		fmt.Fprintln(a.stdout, a.style().Note(render.Safe(says.Say(a.lang, args))))
		if out == "" && err == nil {
			out = watchNothing.In(a.lang) + "\n"
		}
		fmt.Fprint(a.stdout, out)
		last = err
		if broken := a.stdout.Flush(); broken != nil {
			return broken
		}
		if err != nil && !errors.Is(err, errFindings) {
			last = &told{a.exit(err)}
		}
		return nil
	}
	err := each(watchBegins, text.Args{"dir": a.nearer(dir)})
	if wrong := (*told)(nil); errors.As(last, &wrong) && wrong.code == ExitUsage {
		return last // a call that is wrong will not be right the next time
	}
	for err == nil {
		changed, more := changes(ctx, events, broken, settle)
		if !more {
			break
		}
		files := worthTelling(changed)
		if len(changed) > 0 && len(files) == 0 {
			continue // what an editor wrote and took away again
		}
		if err = again(); err == nil {
			fmt.Fprintln(a.stdout)
			err = each(watchChanged, text.Args{"files": a.someFiles(files, dir)})
		}
	}
	if err != nil && !errors.Is(err, context.Canceled) {
		return err
	}
	return last
}

// captured runs a command and returns what it wrote as its result.
func (a *app) captured(run func() error) (string, error) {
	var b bytes.Buffer
	screen := a.stdout
	a.stdout = bufio.NewWriter(&b)
	defer func() { a.stdout = screen }()
	err := run()
	_ = a.stdout.Flush() // into memory, which takes it
	return b.String(), err
}

// worthTelling are the paths that are files of a registry, or are there still.
func worthTelling(paths []string) []string {
	return slices.DeleteFunc(paths, func(p string) bool {
		_, err := os.Lstat(p)
		return err != nil && filepath.Ext(p) != ".yaml"
	})
}

// someFiles names files that have changed, and counts the rest. Where it is not
// known which they are it names the folder.
func (a *app) someFiles(paths []string, dir string) string {
	if len(paths) == 0 {
		return a.nearer(dir)
	}
	var names []string
	for i, p := range paths {
		if i == mostChanged && len(paths) > mostChanged+1 {
			names = append(names, watchMore.Say(a.lang, text.Args{"n": len(paths) - i}))
			break
		}
		names = append(names, a.nearer(p))
	}
	return strings.Join(names, ", ")
}

// nearer is a path from the working directory, where it lies there.
func (a *app) nearer(p string) string {
	if rel, ok := inside(a.Dir, p); ok {
		return filepath.FromSlash(rel)
	}
	return p
}

// clock is the time of day.
func (a *app) clock() time.Time {
	if a.Now == nil {
		return time.Now()
	}
	return a.Now()
}

// changes waits until files have changed and nothing more does for a while. more
// is false when there will be none. What broken tells is that some were missed.
func changes(ctx context.Context, events <-chan string, broken <-chan error, settle time.Duration) (changed []string, more bool) {
	var quiet <-chan time.Time
	for {
		select {
		case <-ctx.Done():
			return nil, false
		case name, ok := <-events:
			if !ok {
				return nil, false
			}
			if !slices.Contains(changed, name) {
				changed = append(changed, name)
			}
			quiet = time.After(settle)
		case _, ok := <-broken:
			if !ok {
				return nil, false
			}
			quiet = time.After(settle)
		case <-quiet:
			slices.Sort(changed)
			return changed, true
		}
	}
}
