// Command cited opens every line that the registry and the rules cite of the
// archived documents, and fails where a line does not hold what it is cited
// for.
//
// A citation with `says` needs that wording on its line; one without needs a
// name of what it stands on. A claim's figure must be there too, in digits or
// in words, or be the number of items of the list that the line introduces. A
// section must be the heading that the line lies under.
package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"

	"github.com/vis-samverkan/vis/pkg/load"
	"github.com/vis-samverkan/vis/pkg/rules"
)

func main() {
	registry := flag.String("registry", "../registry", "`folder` of the registry")
	sources := flag.String("sources", "../../shared/sources", "`folder` of the archived documents")
	flag.Parse()
	faults, err := run(context.Background(), os.Stdout, os.DirFS(*registry), os.DirFS(*sources))
	if err != nil {
		fmt.Fprintln(os.Stderr, "cited:", err)
		os.Exit(2)
	}
	if faults > 0 {
		os.Exit(1)
	}
}

// run checks a registry against an archive of documents, writes what it found
// and returns the number of faults. The error says why it could not tell.
func run(ctx context.Context, w io.Writer, registryFS, archive fs.FS) (int, error) {
	loaded, err := load.Registry(ctx, registryFS)
	if err != nil {
		return 0, err
	}
	docs, faults, err := readDocuments(archive, loaded.Registry.Sources)
	if err != nil {
		return 0, err
	}
	cites := append(citations(loaded.Registry), ruleCitations(loaded.Registry, rules.Catalogue())...)

	checked := 0
	var failed []cite
	for _, c := range cites {
		if d, ok := docs[c.source]; ok {
			c.fault = d.check(c)
			if c.line != 0 {
				d.checked++
				checked++
			}
		}
		if c.fault != "" {
			failed = append(failed, c)
		}
	}
	if err := locate(ctx, registryFS, failed); err != nil {
		return 0, err
	}
	for _, c := range failed {
		faults = append(faults, c.String())
	}
	for _, d := range sorted(docs) {
		fmt.Fprintf(w, "%-22s %4d cited lines checked (%s)\n", d.source, d.checked, d.file)
		if d.checked == 0 {
			faults = append(faults, fmt.Sprintf("%s (%s): no line of it is cited", d.source, d.file))
		}
	}
	for _, f := range faults {
		fmt.Fprintln(w, f)
	}
	fmt.Fprintf(w, "%d cited lines checked in %d documents, %d faults\n", checked, len(docs), len(faults))
	return len(faults), nil
}
