package cli

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"runtime"
	"runtime/debug"
	"syscall"
	"time"

	"golang.org/x/term"

	"github.com/vis-samverkan/vis/pkg/edtf"
)

// Main runs the program in the real world and returns its exit code. It is the
// only place that looks at the process.
func Main() int {
	// Most of a run is parsing, which makes garbage fast; a third of its time is
	// saved by collecting less often, within a bound.
	debug.SetGCPercent(400)
	debug.SetMemoryLimit(1 << 30)
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	dir, err := os.Getwd()
	if err != nil {
		fmt.Fprintln(os.Stderr, "vis:", err)
		return ExitFailure
	}
	now := time.Now()
	env := Env{
		Args: os.Args[1:], Dir: dir, In: os.Stdin, Out: os.Stdout, Err: os.Stderr, Getenv: os.Getenv,
		Today: edtf.DayOf(now.Year(), int(now.Month()), now.Day()), Build: build(),
	}
	if fd := int(os.Stdout.Fd()); term.IsTerminal(fd) {
		env.Terminal = true
		if width, _, err := term.GetSize(fd); err == nil {
			env.Width = width
		}
	}
	return Run(ctx, env)
}

// build is what the Go toolchain recorded about the program.
func build() Build {
	b := Build{Version: "dev", Revision: "-", Go: runtime.Version()}
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return b
	}
	if v := info.Main.Version; v != "" && v != "(devel)" {
		b.Version = v
	}
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" && len(s.Value) >= 12 {
			b.Revision = s.Value[:12]
		}
	}
	return b
}
