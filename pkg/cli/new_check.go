package cli

import (
	"bytes"
	"context"
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/vis-samverkan/vis/pkg/edit"
	"github.com/vis-samverkan/vis/pkg/load"
	"github.com/vis-samverkan/vis/pkg/render"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/rules"
)

// finish tests the new files, shows them, asks where a person is there to
// answer, and writes them.
func (d *drafting) finish(ctx context.Context, f newFlags, asks bool) error {
	found, err := d.test(ctx)
	if err != nil {
		return err
	}
	if slices.ContainsFunc(found, isError) {
		if err := d.tellFindings(found, rule.Error); err != nil {
			return err
		}
		d.complain(d.pick("ingenting skrevs, eftersom registret skulle få fel", "nothing was written, since the registry would have errors"))
		return errFindings
	}
	if f.dry {
		if err := d.tellFindings(found, rule.Warning); err != nil {
			return err
		}
		return d.printFiles()
	}
	if asks {
		if len(d.changes) == 1 {
			fmt.Fprintf(d.Err, "\n%s\n%s\n", d.style().Strong(render.Safe(d.shown(d.o, d.changes[0].Path))), safeLines(d.changes[0].After))
		}
		if slices.ContainsFunc(found, func(f *rule.Finding) bool { return f.Severity >= rule.Warning }) {
			fmt.Fprintln(d.Err)
		}
		if err := d.tellFindings(found, rule.Warning); err != nil {
			return err
		}
		if yes, err := d.agree(ctx); err != nil || !yes {
			return err
		}
		found = nil // told of already
	}
	if err := d.write(d.o.dir, d.changes); err != nil {
		return err
	}
	where := d.changes[0].Path
	if len(d.changes) > 1 {
		where = path.Dir(where)
	}
	if err := d.tellWritten(d.shown(d.o, where)); err != nil {
		return err
	}
	return d.tellFindings(found, rule.Warning)
}

// mend lets the person who answers correct what would make the record an error,
// so that no answer is lost.
func (d *drafting) mend(ctx context.Context) error {
	for {
		if err := d.compose(); err != nil {
			return err
		}
		found, err := d.test(ctx)
		if err != nil {
			return err
		}
		if !slices.ContainsFunc(found, isError) {
			d.changes = nil
			return nil
		}
		if err := d.tellFindings(found, rule.Error); err != nil {
			return err
		}
		d.changes = nil
		if err := d.correct(ctx); err != nil {
			return err
		}
	}
}

// correct asks for one attribute, in the place of what stands there, until it
// has one that will do.
func (d *drafting) correct(ctx context.Context) error {
	for {
		answer, err := d.line(ctx, d.pick("Rätta (uppgift=värde; tom rad avbryter): ", "Mend (attribute=value; an empty line stops): "))
		if err != nil {
			return err
		}
		if answer == "" {
			return errStopped{}
		}
		path, value, _ := strings.Cut(answer, "=")
		path = strings.TrimSpace(path)
		was := d.draft.Drop(path)
		if err = d.set(d.draft, path, value); err == nil {
			problems := d.malformed(d.draft)
			if len(problems) == 0 {
				return nil
			}
			d.draft.Drop(path)
			err = &usageError{strings.Join(problems, "\n")}
		}
		d.say("  "+d.words(err), "  ")
		if was {
			d.say(d.pick("  Uppgiften är borttagen.", "  The attribute has been taken out."), "  ")
		}
	}
}

func isError(f *rule.Finding) bool { return f.Severity == rule.Error }

// test is what the rules find in the new files, and the errors that these bring
// elsewhere.
func (d *drafting) test(ctx context.Context) ([]*rule.Finding, error) {
	isNew := func(file string) bool {
		return slices.ContainsFunc(d.changes, func(c edit.Change) bool { return c.Path == file })
	}
	after := &opened{dir: d.o.dir}
	var err error
	if after.fsys, err = edit.Overlay(d.o.fsys, d.o.loaded.Files, d.changes); err != nil {
		return nil, err
	}
	if after.loaded, err = load.Reusing(ctx, after.fsys, d.o.loaded, func(file string) bool { return !isNew(file) }); err != nil {
		return nil, err
	}
	if after.view, err = d.viewOf(after.loaded.Registry); err != nil {
		return nil, err
	}
	options := rules.Options{Profile: rule.Strict, Others: changeRuleIDs()}
	now, err := rules.Run(ctx, after.loaded, after.view, options)
	if err != nil {
		return nil, err
	}
	before, err := rules.Run(ctx, d.o.loaded, d.o.view, options)
	if err != nil {
		return nil, err
	}
	fresh, _ := since(before.Findings, now.Findings)
	found := slices.DeleteFunc(fresh, func(f *rule.Finding) bool { return f.Severity < rule.Error && !isNew(f.File) })
	if err := load.Locate(ctx, after.fsys, found); err != nil {
		return nil, err
	}
	rule.SortByPosition(found)
	d.after = after.fsys
	return found, nil
}

// tellFindings writes findings from a severity up, on standard error: what the
// command is about is on standard output.
func (d *drafting) tellFindings(found []*rule.Finding, least rule.Severity) error {
	run := &render.Run{AsOf: d.o.view.Day}
	for _, f := range found {
		if f.Severity >= least {
			run.Findings = append(run.Findings, f)
		}
	}
	w := render.FindingsText{
		Lang: d.lang, Style: d.style(), Width: d.width(), Quiet: true, Least: least,
		Path:  func(file string) string { return d.shown(d.o, file) },
		Lines: excerpts(d.after),
	}
	return w.Write(d.Err, run)
}

// printFiles writes the files to standard output, each under its name where
// there are several.
func (d *drafting) printFiles() error {
	for i, c := range d.changes {
		if len(d.changes) > 1 {
			gap := ""
			if i > 0 {
				gap = "\n"
			}
			if _, err := fmt.Fprintf(d.out(), "%s# %s\n", gap, render.Safe(d.shown(d.o, c.Path))); err != nil {
				return err
			}
		}
		if _, err := d.out().Write(c.After); err != nil {
			return err
		}
	}
	return nil
}

// safeLines are the lines of a file as they may stand on a terminal.
func safeLines(data []byte) string {
	var b strings.Builder
	for line := range bytes.Lines(data) {
		b.WriteString("  " + render.Safe(strings.TrimSuffix(string(line), "\n")) + "\n")
	}
	return strings.TrimSuffix(b.String(), "\n")
}
