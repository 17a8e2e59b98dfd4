package cli

import (
	"context"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"

	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/example"
	"github.com/vis-samverkan/vis/pkg/load"
	"github.com/vis-samverkan/vis/pkg/render"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/rules"
	"github.com/vis-samverkan/vis/pkg/text"
)

// explainExamples shows the example that fails, what it gives when the rules
// are run over it, and the example that passes. It returns what the remedy of
// the finding speaks of.
func (a *app) explainExamples(ctx context.Context, b *strings.Builder, r namedRule) (text.Args, error) {
	if r.Example == "" {
		return nil, nil
	}
	small, err := example.Parse(rules.BaseExample())
	if err != nil {
		return nil, err
	}
	ex, err := example.Parse(r.Example)
	if err != nil {
		return nil, err
	}
	p := examplePage{app: a, Builder: b, small: small.Files, ex: ex}
	if r.ofChanges {
		return p.changes(ctx, r)
	}
	return p.records(ctx, r)
}

// examplePage is the part of an explanation that shows an example.
type examplePage struct {
	*app
	*strings.Builder
	small []example.File // the registry that the example is laid over
	ex    *example.Example
}

func (p examplePage) records(ctx context.Context, r namedRule) (text.Args, error) {
	p.heading(text.ExplainFails)
	p.files(p.ex.Side("fail"))
	found, err := p.findings(ctx, r)
	if err != nil {
		return nil, err
	}
	args := p.gives(found)
	p.heading(text.ExplainPasses)
	p.files(p.ex.Side("pass"))
	return args, nil
}

func (p examplePage) changes(ctx context.Context, r namedRule) (text.Args, error) {
	var sides [3]map[string]string
	for i, name := range []string{"base", "fail", "pass"} {
		var err error
		if sides[i], err = p.side(name); err != nil {
			return nil, err
		}
	}
	base, fail, pass := sides[0], sides[1], sides[2]
	p.heading(text.ExplainBefore)
	before := p.ex.Side("base")
	for _, path := range slices.Compact(slices.Sorted(slices.Values(append(differ(base, fail), differ(base, pass)...)))) {
		shown := slices.ContainsFunc(before, func(f example.File) bool { return f.Path == path })
		if data, ok := base[path]; ok && !shown {
			before = append(before, example.File{Path: path, Text: data})
		}
	}
	p.files(before)
	p.heading(text.ExplainChangeFails)
	if err := p.change(base, fail); err != nil {
		return nil, err
	}
	found, err := p.findingsOfChange(ctx, r)
	if err != nil {
		return nil, err
	}
	args := p.gives(found)
	p.heading(text.ExplainChangePasses)
	return args, p.change(base, pass)
}

func (p examplePage) heading(key text.Key) {
	fmt.Fprintf(p, "\n%s\n", p.style().Strong(p.lang.Word(key)))
}

func (p examplePage) files(files []example.File) {
	for _, f := range files {
		fmt.Fprintf(p, "  %s\n", p.style().Faint("# "+f.Path))
		p.indented(f.Text)
	}
}

func (p examplePage) indented(s string) {
	for line := range strings.SplitSeq(strings.TrimRight(s, "\n"), "\n") {
		fmt.Fprintf(p, "  %s\n", strings.TrimRight(line, " "))
	}
}

// change shows what a side of an example changes, file by file and line by line.
func (p examplePage) change(base, head map[string]string) error {
	for _, path := range differ(base, head) {
		names, versions := [2]string{}, [2][]byte{}
		for i, side := range []map[string]string{base, head} {
			data, ok := side[path]
			if names[i] = "/dev/null"; ok {
				names[i], versions[i] = path, []byte(data)
			}
		}
		var lines strings.Builder
		if err := render.LineDiff(&lines, p.style(), p.lang, names[0], names[1], versions[0], versions[1]); err != nil {
			return err
		}
		p.indented(lines.String())
	}
	return nil
}

// gives shows what the failing side gives, and returns what the first finding
// speaks of.
func (p examplePage) gives(found []*rule.Finding) text.Args {
	p.heading(text.ExplainGives)
	for _, f := range found {
		line := fmt.Sprintf("%s:%d:%d: %s: %s", f.File, f.At.Line, f.At.Column, p.severityWord(f.Severity), render.Message(f, p.lang))
		for i, l := range render.Wrap(line, p.explainWidth()-4) {
			if i > 0 {
				l = "  " + l
			}
			fmt.Fprintf(p, "  %s\n", l)
		}
	}
	if len(found) == 0 {
		return nil
	}
	return found[0].Args
}

// laid is the small registry with a side of the example laid over it.
func (p examplePage) laid(side string) fs.FS { return example.FS(p.small, p.ex.Side(side)) }

// side are the files of the registry with a side of the example, by path.
func (p examplePage) side(name string) (map[string]string, error) {
	files, fsys := map[string]string{}, p.laid(name)
	err := fs.WalkDir(fsys, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(fsys, path)
		files[path] = string(data)
		return err
	})
	return files, err
}

// differ are the paths of the files that two sides do not share, in order.
func differ(base, head map[string]string) []string {
	all := maps.Clone(base)
	maps.Copy(all, head)
	return slices.DeleteFunc(slices.Sorted(maps.Keys(all)), func(path string) bool {
		was, before := base[path]
		is, after := head[path]
		return before == after && was == is
	})
}

// findings runs all the rules over the failing side of a rule's example and
// returns the rule's own findings.
func (p examplePage) findings(ctx context.Context, r namedRule) ([]*rule.Finding, error) {
	s, err := p.snapshot(ctx, "fail")
	if err != nil {
		return nil, err
	}
	outcome, err := rules.Run(ctx, s.loaded, s.view, rules.Options{Profile: rule.Pedantic, Others: changeRuleIDs()})
	if err != nil {
		return nil, err
	}
	own := ownOf(outcome.Findings, r)
	if err := load.Locate(ctx, s.fsys, own); err != nil {
		return nil, err
	}
	rule.SortByPosition(own)
	return own, nil
}

// findingsOfChange reviews the failing change of a rule's example, and returns
// the rule's own findings.
func (p examplePage) findingsOfChange(ctx context.Context, r namedRule) ([]*rule.Finding, error) {
	both := &compared{}
	var err error
	if both.base, err = p.snapshot(ctx, "base"); err != nil {
		return nil, err
	}
	if both.head, err = p.snapshot(ctx, "fail"); err != nil {
		return nil, err
	}
	reviewed, err := p.judge(ctx, both, rules.Options{Profile: rule.Strict, Others: changeRuleIDs()})
	if err != nil {
		return nil, err
	}
	own := ownOf(reviewed.Broken, r)
	rule.SortByPosition(own)
	return own, nil
}

func ownOf(findings []*rule.Finding, r namedRule) []*rule.Finding {
	return slices.DeleteFunc(slices.Clone(findings), func(f *rule.Finding) bool { return f.Spec.ID != r.ID })
}

// snapshot reads a side of the example, at the day that it is for.
func (p examplePage) snapshot(ctx context.Context, side string) (*snapshot, error) {
	s := &snapshot{called: side, fsys: p.laid(side), close: func() error { return nil }}
	if err := s.read(ctx, nil, nil); err != nil {
		return nil, err
	}
	day, err := edtf.ParseDay(p.ex.AsOf)
	if err != nil {
		return nil, err
	}
	s.view = s.loaded.Registry.At(day, day)
	return s, nil
}
