package main_test

import (
	"errors"
	"flag"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"github.com/vis-samverkan/vis/pkg/cli"
)

var update = flag.Bool("update", false, "write what the commands now print into the tests that compare it")

// TestMain lets the scripts run vis as a process of its own, so that its exit
// code is the real one.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"vis": func() { os.Exit(cli.Main()) }})
}

const scripts = "../../testdata/script"

// TestScript runs the scripts of testdata/script: whole commands, compared
// with all that they print. Each begins with a copy of testdata/script/registry
// in its working folder; the files of a script take the place of those.
//
//	go test ./cmd/vis -run TestScript/validate -update
//
// writes what is printed now into them.
func TestScript(t *testing.T) {
	if testing.Short() {
		t.Skip("long")
	}
	testscript.Run(t, testscript.Params{
		Dir:                 scripts,
		UpdateScripts:       *update,
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup:               setUp,
		Condition:           condition,
		Cmds:                map[string]func(*testscript.TestScript, bool, []string){"exits": exits},
	})
}

// setUp lays the small registry under the files of a script, and sets what the
// outcome may hang on.
func setUp(env *testscript.Env) error {
	env.Vars = append(env.Vars,
		"VIS_TODAY=2026-11-22", "LANG=sv_SE.UTF-8", "TERM=xterm-256color", "ESC=\x1b",
		"GIT_CONFIG_NOSYSTEM=1", "GIT_CONFIG_GLOBAL="+os.DevNull,
		"GIT_AUTHOR_NAME=Åsa", "GIT_AUTHOR_EMAIL=asa@example.org", "GIT_AUTHOR_DATE=2026-01-01T12:00:00Z",
		"GIT_COMMITTER_NAME=Åsa", "GIT_COMMITTER_EMAIL=asa@example.org", "GIT_COMMITTER_DATE=2026-01-01T12:00:00Z",
	)
	real, err := filepath.Abs("../../registry") // the county's own, for the questions put to it
	if err != nil {
		return err
	}
	env.Vars = append(env.Vars, "STOCKHOLM="+real)
	base := os.DirFS(scripts)
	return fs.WalkDir(base, "registry", func(name string, d fs.DirEntry, err error) error {
		target := filepath.Join(env.WorkDir, filepath.FromSlash(name))
		switch {
		case err != nil:
			return err
		case d.IsDir():
			return os.MkdirAll(target, 0o755)
		}
		if _, err := os.Lstat(target); !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		data, err := fs.ReadFile(base, name)
		if err != nil {
			return err
		}
		return os.WriteFile(target, data, 0o644)
	})
}

// condition is [git]: git is there, or the environment demands that it is.
func condition(name string) (bool, error) {
	switch name {
	case "git":
		_, err := exec.LookPath("git")
		return err == nil || os.Getenv("VIS_REQUIRE_GIT") == "1", nil
	case "root":
		return os.Geteuid() == 0, nil
	}
	return false, errors.New("the conditions of these scripts are [git] and [root]")
}

// exits is the command
//
//	exits CODE PROGRAM ARGUMENT…
//
// which fails unless the program ends with that exit code.
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits CODE PROGRAM ARGUMENT…")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	if err := ts.Exec(args[1], args[2:]...); err != nil {
		var ended *exec.ExitError
		if !errors.As(err, &ended) {
			ts.Fatalf("%s: %v", args[1], err)
		}
		got = ended.ExitCode()
	}
	if got != want {
		ts.Fatalf("%s ended with %d; expected %d", args[1], got, want)
	}
}
