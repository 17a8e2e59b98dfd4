package cli

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/vis-samverkan/vis/pkg/edit"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/sheet"
	"github.com/vis-samverkan/vis/pkg/text"
)

// importKinds are what a row may be, as --kind is told in both languages, with
// other words for it. A row for agreements is one party's decision on one.
var importKinds = []struct {
	kind   model.Kind
	sv, en string
	others []string
}{
	{model.RepresentativeKind, "representanter", "representatives", []string{"representant", "representative", "ledamöter", "medlemmar", "members"}},
	{model.MeetingKind, "möten", "meetings", []string{"möte", "meeting"}},
	{model.AgreementKind, "antaganden", "adoptions", []string{"antagande", "adoption"}},
	{model.OrganizationKind, "organisationer", "organizations", []string{"organisation", "organization"}},
	{model.SourceKind, "källor", "sources", []string{"källa", "source"}},
	{model.DecisionKind, "beslut", "decisions", []string{"decision"}},
	{model.IssueKind, "utvecklingsfrågor", "issues", []string{"utvecklingsfråga", "issue"}},
}

func (a *app) importWords() []string {
	var out []string
	for _, k := range importKinds {
		out = append(out, a.pick(k.sv, k.en))
	}
	return out
}

// importKind finds what a row is to be by any word that a person may use for it.
func (a *app) importKind(word string) (model.Kind, error) {
	var all []string
	for _, k := range importKinds {
		words := append([]string{k.sv, k.en}, k.others...)
		if slices.Contains(words, strings.ToLower(strings.TrimSpace(word))) {
			return k.kind, nil
		}
		all = append(all, words...)
	}
	allowed := text.Or(a.importWords()).In(a.lang)
	if word == "" {
		return 0, a.wrong("ange vad en rad är med --kind: "+allowed, "say what a row is with --kind: "+allowed)
	}
	if near := text.Nearest(word, all); near != "" {
		return 0, a.wrong("--kind "+word+" går inte; menades "+near+"?", "--kind "+word+" will not do; did you mean "+near+"?")
	}
	return 0, a.wrong("--kind "+word+" går inte; välj bland "+allowed, "--kind "+word+" will not do; choose among "+allowed)
}

// importOptions reads the flags that say how the rows are to be read.
func (a *app) importOptions(o *opened, f importFlags, kind model.Kind) (edit.ImportOptions, error) {
	out := edit.ImportOptions{Kind: kind, Sheet: f.sheet, Ignore: f.ignore, Near: f.near, Files: o.loaded.Files, Path: func(file string) string { return a.shown(o, file) }, Map: map[string]string{}, Set: map[string]string{}, Same: map[string]model.Ref{}}
	known := edit.ImportAttributes(kind)
	for _, m := range f.columns {
		heading, word, ok := cutLast(m)
		key := edit.ImportAttribute(kind, word)
		if !ok || key == "" {
			return out, a.wrong("--map "+m+": skriv \"Rubrik=attribut\", där attribut är "+text.Or(known).Sv, "--map "+m+": write \"Heading=attribute\", where attribute is "+text.Or(known).En)
		}
		out.Map[heading] = key
	}
	for _, s := range f.set {
		word, value, ok := strings.Cut(s, "=")
		key := edit.ImportAttribute(kind, word)
		if !ok || key == "" || strings.TrimSpace(value) == "" {
			return out, a.wrong("--set "+s+": skriv \"attribut=värde\", där attribut är "+text.Or(known).Sv, "--set "+s+": write \"attribute=value\", where attribute is "+text.Or(known).En)
		}
		out.Set[key] = strings.TrimSpace(value)
	}
	for _, s := range f.same {
		name, id, ok := cutLast(s)
		if !ok || text.Fold(name) == "" {
			return out, a.wrong("--same "+s+": skriv \"Namn=id\", där id är en representants", "--same "+s+": write \"Name=id\", where id is that of a representative")
		}
		rec, err := a.findRecord(o.view, strings.TrimSpace(id), model.RepresentativeKind)
		if err != nil {
			return out, err
		}
		out.Same[name] = rec.Base().Ref
	}
	if f.source == "" {
		return out, nil
	}
	words, section, _ := strings.Cut(f.source, "#")
	rec, err := a.findRecord(o.view, words, model.SourceKind)
	if err != nil {
		return out, err
	}
	if out.Source = rec.Base().Ref.ID; section != "" {
		out.Source += "#" + section
	}
	return out, nil
}

// cutLast parts a heading, which may hold any sign, from the attribute after it.
func cutLast(s string) (heading, key string, ok bool) {
	at := strings.LastIndexByte(s, '=')
	if at <= 0 {
		return "", "", false
	}
	return strings.TrimSpace(s[:at]), s[at+1:], true
}

// readSheet reads a spreadsheet, and no more of the file than one may be.
func (a *app) readSheet(name string) (*sheet.Book, error) {
	full := name
	if !filepath.IsAbs(full) {
		full = filepath.Join(a.Dir, full)
	}
	file, err := os.Open(full)
	if err != nil {
		return nil, errors.New(a.lang.Say(text.CannotRead, text.Args{"file": name, "error": cause(err)}))
	}
	defer file.Close()
	data, err := io.ReadAll(io.LimitReader(file, sheet.MostBytes+1))
	if err != nil {
		return nil, errors.New(a.lang.Say(text.CannotRead, text.Args{"file": name, "error": cause(err)}))
	}
	book, err := sheet.Read(data)
	if err != nil {
		return nil, fmt.Errorf("%s: %s", name, a.words(err))
	}
	return book, nil
}
