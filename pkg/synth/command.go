package synth

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
)

// The exit codes of the command; they are those of vis.
const (
	ExitOK      = 0
	ExitUsage   = 2
	ExitFailure = 3
)

// Command is the command vis-synth: it writes a registry in a folder and
// returns an exit code. What it wrote, and how to validate it, goes to stdout.
func Command(args []string, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("vis-synth", flag.ContinueOnError)
	flags.SetOutput(stderr)
	flags.Usage = func() {
		fmt.Fprint(stderr, "vis-synth writes a made-up, valid registry in a new or empty folder.\n\nusage: vis-synth [-n RECORDS] [-seed SEED] [-defects N [-expected FILE]] DIR\n\n")
		flags.PrintDefaults()
	}
	n := flags.Int("n", 10_000, fmt.Sprintf("number of `records`, at least %d", MinRecords))
	seed := flags.Uint64("seed", 1, "the same `seed` gives the same bytes")
	defects := flags.Int("defects", 0, "number of `defects` to plant, over all rules in turn")
	expected := flags.String("expected", "", "`file` for what validation must find (default DIR.expected.json)")
	switch err := flags.Parse(args); {
	case errors.Is(err, flag.ErrHelp):
		return ExitOK
	case err != nil:
		return ExitUsage
	}
	usage := func(format string, a ...any) int {
		fmt.Fprintf(stderr, "vis-synth: "+format+"\n", a...)
		return ExitUsage
	}
	switch {
	case flags.NArg() != 1:
		return usage("one folder is needed, after the flags; %d were given", flags.NArg())
	case *n < MinRecords:
		return usage("-n %d is too few; a synthetic registry has at least %d records", *n, MinRecords)
	case *defects < 0:
		return usage("-defects %d is negative", *defects)
	case *expected != "" && *defects == 0:
		return usage("-expected is written only with -defects")
	}
	dir := filepath.Clean(flags.Arg(0))
	if *expected == "" {
		*expected = dir + ".expected.json"
	}
	if inside, err := isInside(dir, *expected); err != nil || inside {
		return usage("the list of what must be found (%s) cannot lie in the registry %s", *expected, dir)
	}
	if err := run(Options{Records: *n, Seed: *seed, Defects: *defects}, dir, *expected, stdout); err != nil {
		fmt.Fprintf(stderr, "vis-synth: %v\n", err)
		return ExitFailure
	}
	return ExitOK
}

func run(o Options, dir, expected string, stdout io.Writer) error {
	if err := mustBeEmpty(dir); err != nil {
		return err
	}
	r, err := Generate(o)
	if err != nil {
		return err
	}
	if o.Defects > 0 {
		// First, since it refuses to overwrite and the folder is still untouched.
		var list bytes.Buffer
		if err := r.WriteExpected(&list); err != nil {
			return err
		}
		if err := writeNew(expected, list.Bytes()); err != nil {
			return err
		}
	}
	if err := r.WriteDir(dir); err != nil {
		return err
	}
	say := fmt.Sprintf("wrote %d records in %s (seed %d)\n", o.Records, dir, o.Seed)
	if o.Defects > 0 {
		say += fmt.Sprintf("planted %d defects; what must be found is in %s\n", o.Defects, expected)
	}
	_, err = fmt.Fprintf(stdout, "%svis validate --registry %s --as-of %s --profile pedantic\n", say, dir, AsOf)
	return err
}

// isInside reports whether a file lies in a folder or below it.
func isInside(dir, file string) (bool, error) {
	d, err := filepath.Abs(dir)
	if err != nil {
		return false, err
	}
	f, err := filepath.Abs(file)
	if err != nil {
		return false, err
	}
	rel, err := filepath.Rel(d, f)
	return err == nil && rel != ".." && !strings.HasPrefix(rel, ".."+string(os.PathSeparator)), nil
}
