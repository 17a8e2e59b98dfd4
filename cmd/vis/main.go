// Command vis keeps track of the agreed cooperation between a region and its
// municipalities. All of it is in pkg/cli.
package main

import (
	"os"

	"github.com/vis-samverkan/vis/pkg/cli"
)

func main() { os.Exit(cli.Main()) }
