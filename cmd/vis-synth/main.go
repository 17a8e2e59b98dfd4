// Command vis-synth writes synthetic registries of any size.
package main

import (
	"os"

	"github.com/vis-samverkan/vis/pkg/synth"
)

func main() { os.Exit(synth.Command(os.Args[1:], os.Stdout, os.Stderr)) }
