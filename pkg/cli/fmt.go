package cli

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/vis-samverkan/vis/pkg/edit"
	"github.com/vis-samverkan/vis/pkg/load"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/render"
	"github.com/vis-samverkan/vis/pkg/text"
)

type fmtFlags struct{ check, diff bool }

func (a *app) fmtCommand() *cobra.Command {
	var f fmtFlags
	cmd := &cobra.Command{
		Use:   a.pick("fmt [FIL|MAPP …]", "fmt [FILE|DIR …]"),
		Short: a.pick("Skriver registrets filer i enhetlig form", "Writes the files of the registry in canonical form"),
		Long: a.pick(`Ger registrets filer samma form, så att en ändring i git visar det som är nytt och inget annat.
Nycklarna får samma ordning i alla poster av ett slag, med källor och anmärkning sist; indragen
är två blanksteg, koder står inom citattecken, datum utan, och aldrig två tomma rader i följd.
Ingen uppgift ändras: varje kommentar och varje tecken i texterna finns kvar, och listor
behåller sin ordning. En kommentar följer den nyckel som den står ovanför. Står den under en
tom rad kan den vara en rubrik, och då flyttas ingen nyckel förbi den.

FIL och MAPP begränsar vilka filer det gäller. Avbryts skrivningen blir registret som det var
före eller som det skulle bli, aldrig mitt emellan. En fil som inte går att läsa, eller som har
samma nyckel två gånger, lämnas som den är och nämns.

Med --check och --diff skrivs ingenting. De avslutar med 0 om alla filer har rätt form, annars
med 1. Utan dem är slutkoden 0 när det är gjort och 3 om någon fil lämnades som den är; 2 om
anropet är fel.`,
			`Gives the files of the registry one form, so that a change in git shows what is new and nothing
else. Keys get the same order in all records of a kind, sources and note last; indentation is
two spaces, codes stand within quotes, dates without, and never two empty lines in a row. No
fact changes: every comment and every character of the texts remains, and lists keep their
order. A comment goes with the key that it stands above. Below an empty line it may be a
heading, and no key is moved past it.

FILE and DIR limit which files it is about. If the writing is interrupted the registry becomes
what it was or what it was to be, never something between. A file that cannot be read, or that
has the same key twice, is left as it is and named.

With --check and --diff nothing is written. They end with 0 if all files are in form, otherwise
with 1. Without them the exit code is 0 when it is done and 3 if any file was left as it is;
2 if the call is wrong.`),
		Example: `  vis fmt
  vis fmt --check
  vis fmt --diff registry/agreements`,
		Args: a.arguments(0, -1, text.Both{}),
		RunE: func(c *cobra.Command, args []string) error { return a.fmt(c, f, args) },
	}
	cmd.Flags().BoolVar(&f.check, "check", false, a.pick("skriv ingenting; räkna upp de filer som skulle ändras", "write nothing; list the files that would change"))
	cmd.Flags().BoolVar(&f.diff, "diff", false, a.pick("skriv ingenting; visa rad för rad vad som skulle ändras", "write nothing; show line by line what would change"))
	return cmd
}

func (a *app) fmt(c *cobra.Command, f fmtFlags, args []string) error {
	switch {
	case a.flags.rev != "":
		return a.wrong("fmt skriver i arbetskatalogen; ta bort --rev", "fmt writes in the working tree; leave out --rev")
	case f.check && f.diff:
		return a.wrong("välj --check eller --diff", "choose --check or --diff")
	}
	dir, err := a.find()
	if err != nil {
		return err
	}
	root, err := a.openFolder(dir)
	if err != nil {
		return err
	}
	defer root.Close()
	o := &opened{dir: dir, fsys: root.FS()}
	if data, err := root.ReadFile(model.Manifest.Info().File); err == nil {
		if record, _ := load.One(model.Manifest.Info().File, data); record != nil {
			a.speak(record.(*model.ManifestFile))
		}
	}
	wanted, err := a.limit(o, args)
	if err != nil {
		return err
	}
	done, err := edit.FormatRegistry(c.Context(), o.fsys, wanted)
	if err != nil {
		return err
	}
	switch {
	case f.check:
		err = a.listUnformatted(o, done)
	case f.diff:
		err = a.diffUnformatted(o, done)
	default:
		if err = edit.Write(root, done.Changes); err == nil {
			err = a.sayFormatted(done)
		}
	}
	if err != nil {
		return err
	}
	a.tellLeft(o, done.Left)
	switch {
	case (f.check || f.diff) && len(done.Changes)+len(done.Left) > 0:
		return errFindings
	case len(done.Left) > 0:
		return errors.New(left.Say(a.lang, text.Args{"n": len(done.Left)}))
	}
	return nil
}

var (
	inForm      = text.Both{Sv: "{files|Filen|Alla # filer} har rätt form.", En: "{files|The file is|All # files are} in form."}
	formatted   = text.Both{Sv: "{changed|En fil|# filer} av {files} ändrades.", En: "{changed|One file|# files} of {files} changed."}
	unformatted = text.Both{
		Sv: "{changed|en fil|# filer} av {files} har inte rätt form; ”vis fmt” rättar det",
		En: "{changed|one file|# files} of {files} are not in form; “vis fmt” mends it",
	}
	left      = text.Both{Sv: "{n|en fil|# filer} lämnades som {n|den|de} är", En: "{n|one file was left as it is|# files were left as they are}"}
	leftAlone = text.Both{Sv: "{file} lämnas som den är: {why}", En: "{file} is left as it is: {why}"}
)

// sayFormatted says how many files were written.
func (a *app) sayFormatted(done *edit.Formatting) error {
	what := formatted
	switch {
	case a.flags.quiet, len(done.Changes) == 0 && len(done.Left) > 0:
		return nil
	case len(done.Changes) == 0:
		what = inForm
	}
	_, err := fmt.Fprintln(a.out(), what.Say(a.lang, text.Args{"changed": len(done.Changes), "files": done.Files}))
	return err
}

func (a *app) listUnformatted(o *opened, done *edit.Formatting) error {
	for _, c := range done.Changes {
		if _, err := fmt.Fprintln(a.out(), render.Safe(a.shown(o, c.Path))); err != nil {
			return err
		}
	}
	if len(done.Changes) > 0 && !a.flags.quiet {
		a.complain(unformatted.Say(a.lang, text.Args{"changed": len(done.Changes), "files": done.Files}))
	}
	return nil
}

func (a *app) diffUnformatted(o *opened, done *edit.Formatting) error {
	for _, c := range done.Changes {
		name := a.shown(o, c.Path)
		if err := render.LineDiff(a.out(), a.style(), a.lang, name, name, c.Before, c.After); err != nil {
			return err
		}
	}
	return nil
}

// tellLeft names the files that were left alone, on standard error.
func (a *app) tellLeft(o *opened, files []edit.Left) {
	for _, l := range files {
		file, why := a.shown(o, l.Path), a.words(l.Err)
		var alone *edit.LeftAlone
		if errors.As(l.Err, &alone) {
			why = alone.Why.In(a.lang)
			if alone.Line > 0 {
				file = fmt.Sprintf("%s:%d", file, alone.Line)
			}
		}
		a.complain(leftAlone.Say(a.lang, text.Args{"file": file, "why": why}))
	}
}
