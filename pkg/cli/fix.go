package cli

import (
	"bufio"
	"cmp"
	"context"
	"io/fs"
	"slices"

	"github.com/vis-samverkan/vis/pkg/edit"
	"github.com/vis-samverkan/vis/pkg/load"
	"github.com/vis-samverkan/vis/pkg/render"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/rules"
	"github.com/vis-samverkan/vis/pkg/text"
)

var askToFix = text.Both{
	Sv: "Skriva {n|den ändringen|de # ändringarna}? [j/N] ",
	En: "Write {n|that change|those # changes}? [y/N] ",
}

var fixWritten = text.Both{
	Sv: "{n|en ändring|# ändringar} skrevs i {files|en fil|# filer}",
	En: "{n|one change was|# changes were} written in {files|one file|# files}",
}

// fixFirst mends what is safe before the registry is judged.
func (a *app) fixFirst(ctx context.Context, options rules.Options, args []string, yes bool) error {
	if a.flags.rev != "" {
		return a.wrong("--fix skriver i arbetskatalogen; ta bort --rev", "--fix writes in the working tree; leave out --rev")
	}
	// What is mended may let the next slip be seen: the value of a misspelt key.
	for again, round := true, 0; again && round < mostRounds; round++ {
		o, err := a.openSilently(ctx)
		if err != nil {
			return err
		}
		keep, err := a.limit(o, args)
		if err == nil {
			again, err = a.fix(ctx, o, options, keep, yes, round == 0)
		}
		if err := cmp.Or(err, o.close()); err != nil {
			return err
		}
	}
	return nil
}

// mostRounds is how many times the registry is looked through for slips.
const mostRounds = 5

// fix mends what is safe to mend: it shows the lines, and writes them where the
// reader or --yes says so. It tells on standard error, since what remains is the
// command's own answer. It reports whether it wrote; that there is nothing to
// write it tells the first time.
func (a *app) fix(ctx context.Context, o *opened, options rules.Options, keep func(file string) bool, yes, first bool) (bool, error) {
	out, err := rules.Run(ctx, o.loaded, o.view, options)
	if err != nil {
		return false, err
	}
	if err := load.Locate(ctx, o.fsys, out.Findings); err != nil {
		return false, err
	}
	changes, n, err := fixes(o, out.Findings, keep)
	if err != nil {
		return false, err
	}
	if n == 0 {
		if first && !a.flags.quiet {
			a.complain(a.pick("inget fynd har en åtgärd som är säker att göra utan att fråga", "no finding has a remedy that is safe without asking"))
		}
		return false, nil
	}
	for _, c := range changes {
		name := a.shown(o, c.Path)
		if err := render.LineDiff(a.Err, a.style(), a.lang, name, name, c.Before, c.After); err != nil {
			return false, err
		}
	}
	if !yes && !a.agrees(ctx, n) {
		if !a.Terminal {
			a.complain(a.pick("ingenting skrevs; kör igen med --yes för att skriva", "nothing was written; run again with --yes to write"))
		}
		return false, nil
	}
	if err := a.write(o.dir, changes); err != nil {
		return false, err
	}
	if !a.flags.quiet {
		a.complain(fixWritten.Say(a.lang, text.Args{"n": n, "files": len(changes)}))
	}
	return true, nil
}

// fixes are the files with everything mended that can be, and how many findings
// that is. What is accepted is left as it is.
func fixes(o *opened, findings []*rule.Finding, keep func(string) bool) (changes []edit.Change, n int, err error) {
	inFile := map[string][]*rule.Finding{}
	for _, f := range findings {
		if f.Fix.Any() && f.Acknowledged == nil && keep(f.File) {
			inFile[f.File] = append(inFile[f.File], f)
		}
	}
	files := make([]string, 0, len(inFile))
	for file := range inFile {
		files = append(files, file)
	}
	slices.Sort(files)
	for _, file := range files {
		before, err := fs.ReadFile(o.fsys, file)
		if err != nil {
			return nil, 0, err
		}
		after, mended := edit.Fix(before, inFile[file])
		if mended > 0 {
			changes, n = append(changes, edit.Change{Path: file, Before: before, After: after}), n+mended
		}
	}
	return changes, n, nil
}

// agrees asks a person at a terminal whether to write. Nobody else is asked.
func (a *app) agrees(ctx context.Context, n int) bool {
	if !a.Terminal {
		return false
	}
	answer, err := a.line(ctx, bufio.NewReader(a.In), askToFix.Say(a.lang, text.Args{"n": n}))
	return err == nil && isYes(answer)
}
