package cli

import (
	"bufio"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/vis-samverkan/vis/pkg/edit"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/render"
	"github.com/vis-samverkan/vis/pkg/text"
)

// ownFlags are the attributes that have a flag of their own, beside --set: those
// that the kinds must have, and when and where a meeting is.
var ownFlags = []struct {
	key  string
	says text.Both
}{
	{"title", text.Both{Sv: "titel", En: "title"}},
	{"name", text.Both{Sv: "namn", En: "name"}},
	{"type", text.Both{Sv: "slag, till exempel joint-forum för en grupp", En: "type, such as joint-forum of a group"}},
	{"state", text.Both{Sv: "ett besluts läge", En: "state of a decision"}},
	{"agreement", text.Both{Sv: "överenskommelsen som en uppföljning gäller", En: "the agreement that a follow-up is of"}},
	{"group", text.Both{Sv: "ett mötes grupp", En: "group of a meeting"}},
	{"date", text.Both{Sv: "datum för ett möte, ett beslut eller en källa", En: "date of a meeting, a decision or a source"}},
	{"time", text.Both{Sv: "ett mötes klockslag, TT:MM", En: "time of day of a meeting, HH:MM"}},
	{"place", text.Both{Sv: "ett mötes plats", En: "place of a meeting"}},
	{"status", text.Both{Sv: "ett mötes läge", En: "status of a meeting"}},
}

type newFlags struct {
	own     map[string]*string // by key
	set     []string
	sources []string
	rule    string
	year    int
	yes     bool
	dry     bool
}

func (a *app) newCommand() *cobra.Command {
	f := newFlags{own: map[string]*string{}}
	cmd := &cobra.Command{
		Use:   a.pick("new SLAG [ID]", "new KIND [ID]"),
		Short: a.pick("Skriver en ny post", "Writes a new record"),
		Long: a.pick(`Skriver en ny post i registret: en källa, en grupp, ett möte, ett beslut. Den prövas innan den
skrivs, och en post som skulle ge fel skrivs inte. Ingenting skrivs över.

I ett terminalfönster frågar kommandot efter det som posten måste ha och det som vis.yaml kräver,
visar filen och skriver den när du säger ja. I ett skript anges allt med flaggor. Varje sakpost
behöver en källa: --source rapport-2022#2.2 anger källans id och, efter #, avsnittet. Ger källan
inget svar kan det anges i stället för ett värde, men inte för det som posten måste ha; ”vis help
answers” säger hur. Datum och klockslag kan skrivas som 1/10 2027 och 13.00.

--set anger vilken uppgift som helst: --set parties=nykvarn,region-stockholm. Finns det flera
eller något inuti skrivs platsen som i ett fynd: --set seats[0].id=nykvarn
--set seats[0].role=member. Poster kan anges med namn och ord med sin svenska benämning. Utan ID
görs det av titeln eller namnet; ett mötes id är GRUPP/DATUM. ”vis schema SLAG” beskriver alla
uppgifter.

”vis new möten” lägger ut ett års möten med en regel: ”andra torsdagen varannan månad från
februari, inte juli”, ”sista fredagen varje kvartal”, ”första måndagen i mars och oktober”. En
helgdag flyttas inte, men sägs till om.

Avslutar med 0 när det är gjort, 1 om posten skulle ge fel, 2 om anropet är fel eller något saknas
och 3 om arbetet inte gick att utföra.`,
			`Writes a new record in the registry: a source, a group, a meeting, a decision. It is tested before
it is written, and a record that would bring an error is not. Nothing is written over.

On a terminal it asks for what the record must have and for what vis.yaml requires, shows the file,
and writes it when you say yes. In a script everything is given by flags. Every record of substance
needs a source: --source rapport-2022#2.2 gives the id of the source and, after #, the section.
Where the source has no answer, that can be given instead of a value, but not for what the record
must have; see “vis help answers”. Dates and times may be written as 1/10 2027 and 13.00.

--set gives any attribute: --set parties=nykvarn,region-stockholm. Where there are several, or
something inside, the place is written as in a finding: --set seats[0].id=nykvarn
--set seats[0].role=member. Records may be given by name, and words by what they are called.
Without ID it is made of the title or the name; that of a meeting is GROUP/DATE. “vis schema KIND”
describes all attributes.

“vis new meetings” lays out the meetings of a year by a rule: “second Thursday of every other month
from February, not July”, “last Friday of every quarter”, “first Monday of March and October”. A
public holiday moves nothing, but it is told of.

Ends with 0 when it is done, 1 if the record would bring an error, 2 if the call is wrong or
something is missing, and 3 if the work could not be done.`),
		Example: a.pick(`  vis new grupp
  vis new källa --title "Protokoll 2027-02-11" --type protocol --date 2027-02-11
  vis new möte uph/2027-02-11 --status planned --source motesplan-2027
  vis new möten --group uph --year 2027 --rule "andra torsdagen varannan månad, inte juli" \
    --time 13:00 --source motesplan-2027`,
			`  vis new group
  vis new source --title "Minutes 2027-02-11" --type protocol --date 2027-02-11
  vis new meeting uph/2027-02-11 --status planned --source motesplan-2027
  vis new meetings --group uph --year 2027 --rule "second thursday of every other month, not july" \
    --time 13:00 --source motesplan-2027`),
		Args: func(c *cobra.Command, args []string) error {
			err := a.arguments(1, 2, text.Both{Sv: "ett slag av post", En: "a kind of record"})(c, args)
			if len(args) > 0 {
				return err
			}
			return &usageError{a.words(err) + "\n" + a.pick("Slagen är ", "The kinds are ") + text.List(a.kindSingular(), a.lang)}
		},
		RunE: func(c *cobra.Command, args []string) error { return a.newRecord(c, f, args) },
	}
	for _, own := range ownFlags {
		f.own[own.key] = cmd.Flags().String(own.key, "", own.says.In(a.lang))
	}
	cmd.Flags().StringArrayVar(&f.set, "set", nil, a.pick("UPPGIFT=VÄRDE; får anges flera gånger", "ATTRIBUTE=VALUE; may be given several times"))
	cmd.Flags().StringArrayVar(&f.sources, "source", nil, a.pick("källans id, med avsnitt efter #; får anges flera gånger", "id of the source, with the section after #; may be given several times"))
	cmd.Flags().StringVar(&f.rule, "rule", "", a.pick("regeln för ett års möten", "the rule for the meetings of a year"))
	cmd.Flags().IntVar(&f.year, "year", 0, a.pick("året som mötena ligger i", "the year of the meetings"))
	cmd.Flags().BoolVar(&f.dry, "dry-run", false, a.pick("visa filen och skriv ingenting", "show the file and write nothing"))
	cmd.Flags().BoolVarP(&f.yes, "yes", "y", false, a.pick("fråga ingenting", "ask nothing"))
	a.completeNew(cmd)
	return cmd
}

// isPlural reports whether a word is a kind's in plural.
func isPlural(word string, k model.Kind) bool {
	word = strings.ToLower(word)
	return word == k.Info().Sv.Many || word == k.Info().En.Many
}

// drafting is a record that the command is about to write.
type drafting struct {
	*app
	o       *opened
	draft   *edit.Draft
	id      string          // as the reader gave it, or ""
	left    map[string]bool // questions not to be put: passed over, or answered wrongly by a flag
	in      *bufio.Reader
	changes []edit.Change
	after   fs.FS // the registry as it will be, once it has been tested
}

func (a *app) newRecord(c *cobra.Command, f newFlags, args []string) error {
	kind, err := a.kindNamed(args[0])
	if err != nil {
		return err
	}
	if a.flags.rev != "" {
		return a.wrong("new skriver i arbetskatalogen; ta bort --rev", "new writes in the working tree; leave out --rev")
	}
	o, err := a.openToWrite(c.Context())
	if err != nil {
		return err
	}
	defer o.close()
	d := &drafting{app: a, o: o, draft: edit.NewDraft(kind), left: map[string]bool{}, in: bufio.NewReader(a.In)}
	many := len(args) == 1 && !c.Flags().Changed("date") && isPlural(args[0], kind)
	if f.rule != "" || c.Flags().Changed("year") || kind == model.MeetingKind && many {
		return d.meetings(c.Context(), f, args)
	}
	if len(args) > 1 {
		d.id = strings.TrimPrefix(args[1], kind.String()+"/")
		if err := d.free(d.id); err != nil {
			return err
		}
	}
	problems := d.takeFlags(c, f)
	asks := a.Terminal && !f.yes
	if missing := d.missing(); len(problems) > 0 || len(missing) > 0 && !asks {
		return &usageError{strings.Join(append(problems, d.listMissing(missing)...), "\n")}
	}
	if asks {
		if err := d.ask(c.Context()); err != nil {
			return err
		}
	}
	if d.id == "" {
		if d.id = d.draft.ID(); d.id == "" {
			return a.wrong("ett id kan inte göras av det som är angivet; skriv det efter slaget", "no id can be made of what is given; write it after the kind")
		}
		if err := d.free(d.id); err != nil {
			return err
		}
	}
	if asks {
		if err := d.mend(c.Context()); err != nil {
			return err
		}
	}
	if err := d.compose(); err != nil {
		return err
	}
	return d.finish(c.Context(), f, asks)
}

// takeFlags puts what the flags say into the draft, and returns what is wrong
// with it.
func (d *drafting) takeFlags(c *cobra.Command, f newFlags) (problems []string) {
	tell := func(err error) { problems = append(problems, d.words(err)) }
	set := func(path, value string) {
		if err := d.set(d.draft, path, value); err != nil {
			d.left[path] = true // it is given, and one complaint is enough
			tell(err)
		}
	}
	for _, own := range ownFlags {
		if c.Flags().Changed(own.key) {
			set(own.key, *f.own[own.key])
		}
	}
	for _, s := range f.set {
		path, value, ok := strings.Cut(s, "=")
		if !ok {
			problems = append(problems, d.pick("--set behöver UPPGIFT=VÄRDE; här står ”"+s+"”", "--set needs ATTRIBUTE=VALUE; this says “"+s+"”"))
			continue
		}
		set(strings.TrimSpace(path), value)
	}
	for _, s := range f.sources {
		if err := d.cite(s); err != nil {
			d.left["sources"] = true
			tell(err)
		}
	}
	if folder, _, ok := strings.Cut(d.id, "/"); ok && d.draft.Kind == model.MeetingKind && d.draft.Has("group") && d.draft.Word("group") != folder {
		problems = append(problems, d.pick("group: id:t "+d.id+" säger gruppen "+folder+"; ta bort det ena", "group: the id "+d.id+" says the group "+folder+"; leave out one of them"))
	}
	return append(problems, d.malformed(d.draft)...)
}

// cite adds a source that a flag gives.
func (d *drafting) cite(source string) error {
	if err := d.fits("--source", source); err != nil {
		return err
	}
	return d.draft.Cite(source, d.read)
}

// free checks that an id is one, and that no record has it or has had it.
func (d *drafting) free(id string) error {
	ref := model.Ref{Kind: d.draft.Kind, ID: id}
	if !model.IsID(id) {
		hint := ""
		if near := slugs(id); near != "" {
			hint = d.pick("; skriv ”"+near+"”", "; write “"+near+"”")
		}
		return d.wrong("”"+id+"” är inget id; ett id har små bokstäver a–z, siffror och bindestreck"+hint, "“"+id+"” is not an id; an id has the letters a–z, digits and hyphens"+hint)
	}
	if rec, ok := d.o.view.Record(ref); ok {
		file := d.shown(d.o, rec.Base().File)
		if rec.Base().Ref != ref {
			return d.wrong("id:t "+ref.String()+" har hört till "+rec.Base().Ref.String()+" och används inte igen; ange ett annat id efter slaget",
				"the id "+ref.String()+" has belonged to "+rec.Base().Ref.String()+" and is not used again; give another id after the kind")
		}
		return d.wrong(file+" finns redan; ändra i den, eller ange ett annat id efter slaget", file+" exists already; change it, or give another id after the kind")
	}
	if slices.Contains(d.o.loaded.Files, ref.Kind.Info().Folder+"/"+id+".yaml") {
		file := d.shown(d.o, ref.Kind.Info().Folder+"/"+id+".yaml")
		return d.wrong(file+" finns redan, och går inte att läsa", file+" exists already, and cannot be read")
	}
	return nil
}

// slugs is an id with sub-folders made of a text.
func slugs(s string) string {
	parts := strings.Split(s, "/")
	for i, part := range parts {
		parts[i] = edit.Slug(part)
	}
	if id := strings.Join(parts, "/"); model.IsID(id) {
		return id
	}
	return ""
}

// compose writes the draft as a file.
func (d *drafting) compose() error {
	name := d.draft.Path(d.id)
	data, err := d.composed(name, d.draft)
	if err != nil {
		return err
	}
	d.changes = append(d.changes, edit.Change{Path: name, After: data})
	return nil
}

// tellWritten says where the record now stands.
func (d *drafting) tellWritten(where string) error {
	if d.flags.quiet {
		return nil
	}
	says := text.Both{Sv: "Skrivet i {file}.", En: "Written in {file}."}
	if len(d.changes) > 1 {
		says = text.Both{Sv: "{n|Ett möte skrivet|# möten skrivna} i {file}.", En: "{n|One meeting|# meetings} written in {file}."}
	}
	line := says.Say(d.lang, text.Args{"n": len(d.changes), "file": where})
	_, err := fmt.Fprintln(d.out(), strings.Join(render.Wrap(render.Safe(line), d.width()), "\n"))
	return err
}
