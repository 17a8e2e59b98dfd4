package cli

import (
	"context"
	"errors"

	"github.com/spf13/cobra"

	"github.com/vis-samverkan/vis/pkg/change"
	"github.com/vis-samverkan/vis/pkg/edit"
	"github.com/vis-samverkan/vis/pkg/load"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/rules"
	"github.com/vis-samverkan/vis/pkg/sheet"
	"github.com/vis-samverkan/vis/pkg/text"
)

type importFlags struct {
	kind, sheet, source  string
	columns, ignore, set []string
	same                 []string
	write, near, skip    bool
}

func (a *app) importCommand() *cobra.Command {
	var f importFlags
	cmd := &cobra.Command{
		Use:   a.pick("import FIL", "import FILE"),
		Short: a.pick("Tar in uppgifter ur ett kalkylblad, csv eller xlsx", "Takes in records from a spreadsheet, csv or xlsx"),
		Long: a.pick(`Tar in uppgifter ur ett kalkylblad, csv eller xlsx. --kind säger vad en rad är:

  representanter   en person i en grupp: namn, slag, organisation, grupp, roll, fr.o.m., t.o.m.
  möten            ett möte: grupp, datum, tid, plats, läge, närvarande
  antaganden       vad en part har beslutat: överenskommelse, kommun, läge, datum, organ, dnr
  organisationer, källor, beslut, utvecklingsfrågor   en post

Kolumnerna känns igen på rubriken, på svenska eller engelska. --map säger vad en rubrik är
och --ignore utelämnar en; --set säger vad alla rader har. Namn känns igen på id, namn,
kortnamn och alias. Ord och namn med ett skrivfel, en bokstav av minst fem, tas med
--accept-near. Namn på personer tas aldrig så: --same säger vem ett namn är.

Ingenting skrivs utan --write. Först visas vad som skulle ändras, vad som inte kan tas in
och vilka fynd som skulle bli nya. Allt skrivs eller inget: en rad som inte kan tas hindrar
det, om inte --skip-refused anges, och så gör ett nytt fel. Det som finns i registret
ändras aldrig; en rad som säger något annat tas inte. Samma fil kan tas in igen.

Varje uppgift får en källa: --source, eller en kolumn med källa. Personnummer, adresser,
telefon och e-post tas aldrig. Slutkoden är 1 om något inte kan tas in.`,
			`Takes in records from a spreadsheet, csv or xlsx. --kind says what a row is:

  representatives   a person in a group: name, type, organization, group, role, from, until
  meetings          a meeting: group, date, time, place, status, present
  adoptions         what a party decided: agreement, municipality, state, date, body, reference
  organizations, sources, decisions, issues   a record

Columns are known by their heading, in Swedish or English. --map says what a heading is and
--ignore leaves one out; --set says what all rows have. Names are known by id, name, short
name and alias. Words and names with a slip, one letter of five or more, are taken with
--accept-near. Names of people are never taken so: --same says who a name is.

Nothing is written without --write. First it is shown what would change, what cannot be
taken, and which findings would be new. All is written or nothing: a row that cannot be
taken prevents it, unless --skip-refused is given, and so does a new error. What is in the
registry is never changed; a row that says otherwise is not taken. The same file may be
taken in again.

Every fact gets a source: --source, or a column with the source. Identity numbers,
addresses, telephone and e-mail are never taken. The exit code is 1 if anything cannot be.`),
		Example: a.pick(`  vis import medlemslista.xlsx --kind representanter
  vis import moten.csv --kind möten --set läge=planerat --source motesplan-2027
  vis import antaganden.csv --kind antaganden --map "Beslut den=date" --source dnr-lista --write`,
			`  vis import members.xlsx --kind representatives
  vis import meetings.csv --kind meetings --set status=planned --source meeting-plan-2027
  vis import adoptions.csv --kind adoptions --map "Decided=date" --source case-list --write`),
		Args: a.arguments(1, 1, text.Both{Sv: "en fil, csv eller xlsx", En: "a file, csv or xlsx"}),
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return []string{"csv", "xlsx"}, cobra.ShellCompDirectiveFilterFileExt
		},
		RunE: func(c *cobra.Command, args []string) error { return a.importFile(c, f, args[0]) },
	}
	inFormats(cmd, "text", "markdown", "html", "json")
	cmd.Flags().StringVar(&f.kind, "kind", "", a.pick("vad en rad är", "what a row is"))
	cmd.Flags().StringVar(&f.source, "source", "", a.pick("källan som uppgifterna vilar på, med avsnitt efter #", "the source that the facts rest on, with a section after #"))
	cmd.Flags().StringVar(&f.sheet, "sheet", "", a.pick("bara detta blad; annars alla som syns och har rubriker", "only this sheet; otherwise all that are shown and have headings"))
	cmd.Flags().StringArrayVar(&f.columns, "map", nil, a.pick("vad en kolumn är: \"Rubrik=attribut\"; får upprepas", "what a column is: \"Heading=attribute\"; may be repeated"))
	cmd.Flags().StringArrayVar(&f.ignore, "ignore", nil, a.pick("utelämna kolumnen med denna rubrik; får upprepas", "leave out the column with this heading; may be repeated"))
	cmd.Flags().StringArrayVar(&f.set, "set", nil, a.pick("vad rader utan uppgiften har: \"attribut=värde\"; får upprepas", "what rows without it have: \"attribute=value\"; may be repeated"))
	cmd.Flags().BoolVar(&f.near, "accept-near", false, a.pick("ta ord och namn med ett skrivfel för dem som föreslås, men aldrig personers", "take words and names with a slip for those suggested, but never those of people"))
	cmd.Flags().StringArrayVar(&f.same, "same", nil, a.pick("vem i registret ett namn är: \"Namn=id\"; får upprepas", "who in the registry a name is: \"Name=id\"; may be repeated"))
	cmd.Flags().BoolVar(&f.skip, "skip-refused", false, a.pick("skriv resten även om rader inte kan tas in", "write the rest even if rows cannot be taken"))
	cmd.Flags().BoolVar(&f.write, "write", false, a.pick("skriv; annars visas bara vad som skulle ändras", "write; otherwise only what would change is shown"))
	_ = cmd.RegisterFlagCompletionFunc("kind", completeFrom(a.importWords))
	a.completeIDs(cmd, "source", model.SourceKind)
	for _, name := range []string{"sheet", "map", "ignore", "set", "same"} {
		complete(cmd, name)
	}
	return cmd
}

// importing is an import that is under way: what it would do, and what follows.
type importing struct {
	file  string // as the reader named it
	book  *sheet.Book
	out   *edit.Imported
	diff  *change.Diff // nil where nothing changes
	fresh []*rule.Finding
}

func (a *app) importFile(c *cobra.Command, f importFlags, name string) error {
	format, err := a.format(c)
	if err != nil {
		return err
	}
	if a.flags.rev != "" {
		return a.wrong("import skriver i arbetskatalogen; ta bort --rev", "import writes in the working tree; leave out --rev")
	}
	kind, err := a.importKind(f.kind)
	if err != nil {
		return err
	}
	o, err := a.openToWrite(c.Context())
	if err != nil {
		return err
	}
	defer o.close()
	options, err := a.importOptions(o, f, kind)
	if err != nil {
		return err
	}
	book, err := a.readSheet(name)
	if err != nil {
		return err
	}
	i := &importing{file: name, book: book}
	if i.out, err = edit.Import(c.Context(), o.view, o.fsys, book, options); err != nil {
		return err
	}
	if err := a.followImport(c.Context(), o, i); err != nil {
		return err
	}
	held := a.holdsBack(i, f)
	if f.write && held == nil {
		if err := a.write(o.dir, i.out.Changes); err != nil {
			return err
		}
	}
	if err := a.tellImport(o, i, format, f.write && held == nil, held != nil); err != nil {
		return err
	}
	var ue *usageError
	switch {
	case held == nil:
		return nil
	case errors.As(held, &ue) && f.write: // a source is to be given
		return held
	case errors.As(held, &ue):
		return nil
	case f.write:
		a.complain(held.Error())
	}
	return errFindings
}

// followImport compares the registry with what it would be: what changes, and
// which findings are new.
func (a *app) followImport(ctx context.Context, o *opened, i *importing) error {
	if len(i.out.Changes) == 0 {
		return nil
	}
	changed := map[string]bool{}
	for _, c := range i.out.Changes {
		changed[c.Path] = true
	}
	after, err := edit.Overlay(o.fsys, o.loaded.Files, i.out.Changes)
	if err != nil {
		return err
	}
	loaded, err := load.Reusing(ctx, after, o.loaded, func(file string) bool { return !changed[file] })
	if err != nil {
		return err
	}
	view, err := a.viewOf(loaded.Registry)
	if err != nil {
		return err
	}
	open := func() error { return nil }
	both := &compared{
		dir:  o.dir,
		base: &snapshot{folder: o.dir, fsys: o.fsys, loaded: o.loaded, view: o.view, close: open},
		head: &snapshot{folder: o.dir, fsys: after, loaded: loaded, view: view, close: open},
	}
	t, err := a.compare(ctx, both, rules.Options{Profile: rule.Strict, Others: changeRuleIDs()})
	if err != nil {
		return err
	}
	i.diff = t.diff
	for _, f := range t.fresh {
		if f.Severity >= rule.Warning && f.Acknowledged == nil {
			i.fresh = append(i.fresh, f)
		}
	}
	rule.SortByPosition(i.fresh)
	return load.Locate(ctx, after, i.fresh)
}

// wrong counts what cannot be taken and is no row.
func (i *importing) wrong() (n int) {
	for _, r := range i.out.Refused {
		if r.File {
			n++
		}
	}
	return n
}

// holdsBack is why an import is not to be written, or nil.
func (a *app) holdsBack(i *importing, f importFlags) error {
	wrong, rows, faults := i.wrong(), i.out.Held, 0
	for _, found := range i.fresh {
		if found.Severity == rule.Error {
			faults++
		}
	}
	say := func(b text.Both, n int) error { return errors.New(b.Say(a.lang, text.Args{"n": n})) }
	switch {
	case wrong > 0:
		return say(heldByFile, wrong)
	case rows > 0 && !f.skip:
		return say(heldByRows, rows)
	case faults > 0:
		return say(heldByFaults, faults)
	case i.out.Unsourced > 0:
		return &usageError{heldBySource.Say(a.lang, text.Args{"n": i.out.Unsourced})}
	}
	return nil
}

var (
	heldByFile = text.Both{
		Sv: "ingenting skrevs: {n|en sak|# saker} i filen eller anropet {n|behöver|behöver} rättas först",
		En: "nothing was written: {n|one thing|# things} in the file or the call {n|needs|need} mending first",
	}
	heldByRows = text.Both{
		Sv: "ingenting skrevs: {n|en rad|# rader} kan inte tas in\nrätta {n|den|dem}, eller ta in resten med --skip-refused",
		En: "nothing was written: {n|one row|# rows} cannot be taken\nmend {n|it|them}, or take the rest with --skip-refused",
	}
	heldByFaults = text.Both{
		Sv: "ingenting skrevs: registret skulle få {n|ett nytt fel|# nya fel}",
		En: "nothing was written: the registry would get {n|a new error|# new errors}",
	}
	heldBySource = text.Both{
		Sv: "ingenting skrevs: {n|en rad|# rader} saknar källa; ange den med --source, eller i en kolumn med rubriken Källa\nkällan behöver finnas i registret: se ”vis list källor”",
		En: "nothing was written: {n|one row lacks|# rows lack} a source; give it with --source, or in a column with the heading Source\nthe source has to be in the registry: see “vis list sources”",
	}
)
