// Command loaded is what the rules are measured against: it reads a registry as
// `vis validate` does, with the same collector settings, and decides nothing.
package main

import (
	"context"
	"fmt"
	"os"
	"runtime/debug"

	"github.com/vis-samverkan/vis/pkg/load"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: loaded REGISTRY")
		os.Exit(2)
	}
	debug.SetGCPercent(400) // as in cli.Main
	debug.SetMemoryLimit(1 << 30)
	if err := read(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, "loaded:", err)
		os.Exit(3)
	}
}

func read(folder string) error {
	root, err := os.OpenRoot(folder) // no link leads out of it
	if err != nil {
		return err
	}
	defer root.Close()
	loaded, err := load.Registry(context.Background(), root.FS())
	if err != nil {
		return err
	}
	fmt.Println(len(loaded.Registry.Records()), "records")
	return nil
}
