// Package load turns a folder of YAML files, on disk or in git, into a
// registry. It reads strictly and stops at nothing: every problem in every
// file is a finding with line and column, and loading goes on. Reading a file
// never looks at another one.
package load

import (
	"context"
	"fmt"
	"io/fs"
	"runtime"
	"sync"
	"sync/atomic"

	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/truth"
)

// SchemaVersion is the registry schema that this program reads and writes.
const SchemaVersion = 1

// NewerSchemaError says that a registry was written for a newer program.
type NewerSchemaError struct{ Found int }

func (e *NewerSchemaError) Error() string {
	return fmt.Sprintf("vis.yaml says schema %d, and this program reads up to schema %d; install a newer vis", e.Found, SchemaVersion)
}

// Swedish is the message in Swedish.
func (e *NewerSchemaError) Swedish() string {
	return fmt.Sprintf("vis.yaml anger schema %d, men det här programmet läser högst schema %d; installera en nyare version av vis", e.Found, SchemaVersion)
}

// NotARegistryError says that a folder has no vis.yaml.
type NotARegistryError struct{}

func (e *NotARegistryError) Error() string { return "the folder has no vis.yaml" }

// Swedish is the message in Swedish.
func (e *NotARegistryError) Swedish() string { return "mappen saknar vis.yaml" }

// Result is a registry and what was found while reading it.
type Result struct {
	Registry *registry.Registry
	Findings []*rule.Finding // by file, line and column
	// Counts is the outcome per rule of this package, in the order of Rules: the
	// subjects are files.
	Counts []truth.Count
	// Files are the files that were read, relative to the registry.
	Files []string

	documents map[string]*document // what each of them gave, for Reusing
}

// Empty is what there is where no registry is: no records, and nothing found.
func Empty() *Result {
	return &Result{Registry: registry.New(registry.Input{}), Counts: make([]truth.Count, len(rules))}
}

// Registry reads the registry in fsys. The error is a *NotARegistryError, a
// *NewerSchemaError, the context's error, or a failure to read the folder;
// whatever is wrong with single files is a finding instead.
func Registry(ctx context.Context, fsys fs.FS) (*Result, error) {
	return Reusing(ctx, fsys, nil, nil)
}

// Reusing is Registry for another version of what has been read already: of a
// file that is the same in both, which same tells, the record is shared and
// nothing is read.
func Reusing(ctx context.Context, fsys fs.FS, have *Result, same func(file string) bool) (*Result, error) {
	files, misplaced, err := list(fsys)
	if err != nil {
		return nil, err
	}
	out := make([]*document, len(files))
	err = inParallel(ctx, len(files), func(i int) {
		if have != nil && same(files[i].path) {
			out[i] = have.documents[files[i].path].again()
		}
		if out[i] == nil {
			out[i] = readFile(fsys, files[i])
		}
	})
	if err != nil {
		return nil, err
	}
	in := registry.Input{}
	res := &Result{Findings: misplaced, documents: make(map[string]*document, len(files))}
	for _, d := range out {
		d.source, d.seen = nil, nil
		res.documents[d.file.path] = d
		res.Files = append(res.Files, d.file.path)
		res.Findings = append(res.Findings, d.findings...)
		switch rec := d.record.(type) {
		case *model.ManifestFile:
			in.Manifest = rec
		case *model.Vocabulary:
			in.Vocabulary = rec
		case *model.Acknowledged:
			in.Acknowledged = rec
		case model.Record:
			in.Records = append(in.Records, rec)
		case nil:
			in.Unread = append(in.Unread, d.file.ref)
		}
	}
	if in.Manifest != nil {
		if v, ok := in.Manifest.Schema.Get(); ok && v > SchemaVersion {
			return nil, &NewerSchemaError{Found: v}
		}
	}
	res.Registry = registry.New(in)
	res.Counts = count(out, res.Findings)
	rule.Sort(res.Findings)
	return res, nil
}

// Unreadable are the files that were read and gave no record.
func (r *Result) Unreadable() []string {
	var out []string
	for _, file := range r.Files {
		if d := r.documents[file]; d != nil && d.record == nil {
			out = append(out, file)
		}
	}
	return out
}

// again is a document with findings of its own, which others may change; nil
// for one that was not read.
func (d *document) again() *document {
	if d == nil {
		return nil
	}
	copied := *d
	copied.findings = make([]*rule.Finding, len(d.findings))
	for i, f := range d.findings {
		finding := *f
		copied.findings[i] = &finding
	}
	return &copied
}

// count gives the outcome of each of the loader's rules over the files. What
// could not be read cannot be told of.
func count(files []*document, findings []*rule.Finding) []truth.Count {
	broken := map[*rule.Spec]map[string]bool{}
	for _, f := range findings {
		if broken[f.Spec] == nil {
			broken[f.Spec] = map[string]bool{}
		}
		broken[f.Spec][f.File] = true
	}
	counts := make([]truth.Count, len(rules))
	for i, r := range rules {
		counts[i].No = len(broken[r])
		for _, d := range files {
			switch {
			case broken[r][d.file.path]:
			case d.record != nil, r == yamlUnreadable, r == hiddenCharacter && d.legible:
				counts[i].Yes++
			default:
				counts[i].CannotTell++
			}
		}
	}
	return counts
}

// inParallel calls work for 0 … n-1 on all processors, until the context ends.
func inParallel(ctx context.Context, n int, work func(int)) error {
	var next atomic.Int64
	var group sync.WaitGroup
	for range min(n, runtime.GOMAXPROCS(0)) {
		group.Go(func() {
			for ctx.Err() == nil {
				i := int(next.Add(1)) - 1
				if i >= n {
					return
				}
				work(i)
			}
		})
	}
	group.Wait()
	return ctx.Err()
}
