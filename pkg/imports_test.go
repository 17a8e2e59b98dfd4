// Package pkg_test holds what is demanded of all packages together.
package pkg_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const module = "github.com/vis-samverkan/vis"

// layer is one package: what it may import of ours, and what it may touch of
// the process it runs in.
type layer struct {
	dir     string
	only    []string // imports these of ours and no others; nil for all rows above
	not     []string // stands above, and must not be imported all the same
	hidden  bool     // imported by nobody who does not name it in only
	os      bool     // may import os and os/exec
	uses    []string // names that are the command layer's, and that it needs too
	command bool     // the command layer: the whole process is its business
}

// none is for a package that imports none of ours.
var none = []string{}

// layers is the order of the packages: each imports only those above it. Tests
// may import any.
var layers = []layer{
	{dir: "pkg/truth", only: none},                  // the truth of three values
	{dir: "pkg/edtf"},                               // dates that are intervals
	{dir: "pkg/text"},                               // shared words, never those of a rule
	{dir: "pkg/sheet"},                              // csv and xlsx to rows of text
	{dir: "pkg/model"},                              // the record types and their field table
	{dir: "pkg/rule"},                               // the form of a rule and of a finding
	{dir: "pkg/registry"},                           // the snapshot and the view at a date
	{dir: "pkg/phrase"},                             // what records hold, in words
	{dir: "pkg/load"},                               // fs.FS to registry
	{dir: "pkg/mutation", only: none, hidden: true}, // small edits of a registry, for tests
	{dir: "pkg/example", only: none},                // reads the examples of the rules
	{dir: "pkg/rules"},                              // the rules about records
	{dir: "pkg/change", not: []string{"pkg/rules"}}, // a predicate that both need is a method of the view
	{dir: "pkg/review", not: []string{"pkg/rules"}}, // whether a change may be made, what follows, who decides
	{dir: "pkg/report"},                             // a view in, tables and charts out
	{dir: "pkg/query"},                              // the SQL schema and its filling
	{dir: "pkg/render"},                             // findings, changes, tables and charts to every format
	{dir: "pkg/edit", os: true},                     // the only package that writes a registry
	{dir: "pkg/export"},                             // the whole registry for other tools
	{dir: "pkg/git", only: none, os: true, uses: []string{"os.Environ"}}, // runs git, with a part of the environment
	{dir: "pkg/synth", hidden: true, os: true},                           // made-up registries, for tests and benchmarks
	{dir: "pkg/cli", command: true},
	{dir: "cmd/vis", only: []string{"pkg/cli"}, command: true},
	{dir: "cmd/vis-synth", only: []string{"pkg/synth"}, hidden: true, command: true},
}

// osPackages are what only the layers with os, and the command layer, import.
var osPackages = []string{"os", "os/exec", "os/signal", "os/user", "syscall"}

// commandNames are what only the command layer uses: the clock, the
// environment, the standard streams and the end of the process.
var commandNames = map[string][]string{
	"fmt":  {"Print", "Printf", "Println", "Scan", "Scanf", "Scanln"},
	"log":  {"Default", "Fatal", "Fatalf", "Fatalln", "Panic", "Panicf", "Panicln", "Print", "Printf", "Println"},
	"os":   {"Args", "Chdir", "Environ", "Exit", "ExpandEnv", "Getenv", "Getwd", "LookupEnv", "Setenv", "Stderr", "Stdin", "Stdout"},
	"time": {"NewTicker", "Now", "Since", "Tick", "Until"},
}

func TestImports(t *testing.T) {
	found, seen, err := breaches(os.DirFS(".."))
	require.NoError(t, err)
	for _, b := range found {
		t.Error(b)
	}
	assert.Contains(t, seen, "pkg/model", "the packages were not found")
	assert.Contains(t, seen, "cmd/vis", "the packages were not found")
}

// breaches returns every place that breaks a rule of the layers, and the
// packages that were looked at.
func breaches(top fs.FS) (found, seen []string, err error) {
	packages := map[string][]string{} // files by folder
	for _, root := range []string{"pkg", "cmd"} {
		err := fs.WalkDir(top, root, func(name string, d fs.DirEntry, err error) error {
			switch {
			case err != nil:
				return err
			case d.IsDir() && d.Name() == "testdata":
				return fs.SkipDir
			case strings.HasSuffix(name, ".go") && !strings.HasSuffix(name, "_test.go"):
				packages[path.Dir(name)] = append(packages[path.Dir(name)], name)
			}
			return nil
		})
		if err != nil {
			return nil, nil, err
		}
	}
	seen = slices.Sorted(maps.Keys(packages))
	for _, dir := range seen {
		at := slices.IndexFunc(layers, func(l layer) bool { return l.dir == dir })
		if at < 0 {
			found = append(found, fmt.Sprintf("%s is not in the table of layers: give it a row in pkg/imports_test.go", dir))
			continue
		}
		for _, file := range packages[dir] {
			src, err := fs.ReadFile(top, file)
			if err != nil {
				return nil, nil, err
			}
			fset := token.NewFileSet()
			f, err := parser.ParseFile(fset, file, src, parser.SkipObjectResolution)
			if err != nil {
				return nil, nil, err
			}
			c := checker{at: at, fset: fset, imported: map[string]string{}}
			c.file(f)
			found = append(found, c.found...)
		}
	}
	return found, seen, nil
}

// checker looks at one file of a layer.
type checker struct {
	at       int // the row in layers
	fset     *token.FileSet
	imported map[string]string // path by the name it has in the file
	found    []string
}

func (c *checker) breach(n ast.Node, format string, args ...any) {
	c.found = append(c.found, fmt.Sprintf("%s: %s %s", c.fset.Position(n.Pos()), layers[c.at].dir, fmt.Sprintf(format, args...)))
}

func (c *checker) file(f *ast.File) {
	for _, spec := range f.Imports {
		p, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			panic(err) // the parser has read it
		}
		name := path.Base(p)
		if spec.Name != nil {
			name = spec.Name.Name
		}
		c.imported[name] = p
		c.importSpec(spec, p, name)
	}
	if !layers[c.at].command {
		ast.Inspect(f, c.node)
	}
}

// importSpec judges one import.
func (c *checker) importSpec(spec *ast.ImportSpec, p, name string) {
	l := layers[c.at]
	if name == "." {
		c.breach(spec, "imports %s without a name", p)
	}
	if slices.Contains(osPackages, p) && !l.os && !l.command {
		c.breach(spec, "imports %s, which is for the command layer", p)
	}
	dir, ours := strings.CutPrefix(p, module+"/")
	if !ours {
		return
	}
	above := slices.IndexFunc(layers[:c.at], func(l layer) bool { return l.dir == dir })
	switch {
	case l.only != nil:
		if !slices.Contains(l.only, dir) {
			c.breach(spec, "imports %s, and may import of ours %q", dir, l.only)
		}
	case above < 0:
		c.breach(spec, "imports %s, which does not stand above it", dir)
	case layers[above].hidden, slices.Contains(l.not, dir):
		c.breach(spec, "imports %s, which is not for it", dir)
	}
}

// node judges what a file uses of the process.
func (c *checker) node(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.SelectorExpr:
		if x, ok := n.X.(*ast.Ident); ok {
			p := c.imported[x.Name]
			name := p + "." + n.Sel.Name
			if slices.Contains(commandNames[p], n.Sel.Name) && !slices.Contains(layers[c.at].uses, name) {
				c.breach(n, "uses %s, which is for the command layer", name)
			}
		}
	case *ast.CallExpr:
		if x, ok := n.Fun.(*ast.Ident); ok && (x.Name == "print" || x.Name == "println") {
			c.breach(n, "calls %s", x.Name)
		}
	}
	return true
}

// TestBreachesAreFound shows that each rule of the layers can be broken.
func TestBreachesAreFound(t *testing.T) {
	for name, test := range map[string]struct{ file, source, want string }{
		"an unknown package": {"pkg/util/util.go", "package util", "pkg/util is not in the table of layers"},
		"a nested one":       {"pkg/load/cache/cache.go", "package cache", "pkg/load/cache is not in the table of layers"},
		"upwards":            {"pkg/model/a.go", `package model; import _ "` + module + `/pkg/load"`, "pkg/model imports pkg/load, which does not stand above it"},
		"itself alone":       {"pkg/git/a.go", `package git; import _ "` + module + `/pkg/text"`, "pkg/git imports pkg/text, and may import of ours []"},
		"rules and change":   {"pkg/change/a.go", `package change; import _ "` + module + `/pkg/rules"`, "pkg/change imports pkg/rules, which is not for it"},
		"made-up registries": {"pkg/cli/a.go", `package cli; import _ "` + module + `/pkg/synth"`, "pkg/cli imports pkg/synth, which is not for it"},
		"files":              {"pkg/render/a.go", `package render; import _ "os"`, "pkg/render/a.go:1:24: pkg/render imports os, which"},
		"a dot import":       {"pkg/render/a.go", `package render; import . "fmt"`, "pkg/render imports fmt without a name"},
		"the clock":          {"pkg/registry/a.go", `package registry; import "time"; var t = time.Now()`, "pkg/registry uses time.Now, which"},
		"under another name": {"pkg/registry/a.go", `package registry; import clock "time"; var t = clock.Now`, "pkg/registry uses time.Now, which"},
		"the environment":    {"pkg/git/a.go", `package git; import "os"; var e = os.Getenv("X")`, "pkg/git uses os.Getenv, which"},
		"standard output":    {"pkg/synth/a.go", `package synth; import "os"; var w = os.Stdout`, "pkg/synth uses os.Stdout, which"},
		"printing":           {"pkg/rules/a.go", `package rules; import "fmt"; func f() { fmt.Println() }`, "pkg/rules uses fmt.Println, which"},
		"a builtin":          {"pkg/rules/a.go", `package rules; func f() { println() }`, "pkg/rules calls println"},
		"the end":            {"pkg/load/a.go", `package load; import "log"; func f() { log.Fatal() }`, "pkg/load uses log.Fatal, which"},
	} {
		t.Run(name, func(t *testing.T) {
			found, _, err := breaches(fstest.MapFS{test.file: {Data: []byte(test.source)}, "cmd/vis/main.go": {Data: []byte("package main")}, "pkg/truth/truth.go": {Data: []byte("package truth")}})
			require.NoError(t, err)
			require.Len(t, found, 1)
			assert.Contains(t, found[0], test.want)
		})
	}
	fine := fstest.MapFS{
		"cmd/vis/main.go":       {Data: []byte(`package main; import ("os"; "` + module + `/pkg/cli"); func main() { os.Exit(cli.Main()) }`)},
		"cmd/vis-synth/main.go": {Data: []byte(`package main; import _ "` + module + `/pkg/synth"`)},
		"pkg/git/git.go":        {Data: []byte(`package git; import ("os"; "time"); var e, d = os.Environ(), time.Second`)},
		"pkg/model/a_test.go":   {Data: []byte(`package model; import _ "` + module + `/pkg/load"`)},
	}
	found, _, err := breaches(fine)
	require.NoError(t, err)
	assert.Empty(t, found)
}
