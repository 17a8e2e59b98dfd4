package render

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/vis-samverkan/vis/pkg/change"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/review"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
)

// Review is a review of a change, ready to be written.
type Review struct {
	Base, Head string // how the reader is told of the two sides
	Diff       *change.Diff
	// Broken are the findings of the change rules. New and Gone are findings of
	// the record rules that only the newer and only the older snapshot has.
	Broken, New, Gone []*rule.Finding
	// Kept are findings of the record rules that both have, as they are in the
	// newer one.
	Kept    []*rule.Finding
	Rules   []Ruled // every rule that was run, change rules too
	Effects *review.Effects
	Matters []review.Matter
	Unread  []Unread
	// Path is how the reader names a file of the registry.
	Path func(file string) string
}

// Unread is a file that one side could not read, and that stands as the other
// side has it.
type Unread struct {
	File string
	Now  bool // the newer side could not read it
}

// Brought are the findings that the change brings.
func (r *Review) Brought() []*rule.Finding { return slices.Concat(r.Broken, r.New) }

// ReviewDoc writes a review in one language. With onlyNew it holds what was
// found, and not what changed.
func ReviewDoc(r *Review, lang text.Lang, onlyNew bool) Doc {
	w := reviewWriter{r, lang}
	d := Doc{Title: w.title()}
	d.Lead = append(d.Lead, Words(Bullet, reviewBetween.Say(lang, text.Args{"base": r.Base, "head": r.Head, "day": r.Diff.Head.Day})))
	if len(r.Diff.Records) == 0 && len(r.Unread) == 0 {
		d.Lead = append(d.Lead, Words(Bullet, reviewNothing.In(lang)))
	}
	for _, u := range r.Unread {
		says := reviewUnreadBefore
		if u.Now {
			says = reviewUnread
		}
		d.Lead = append(d.Lead, Words(Bullet, says.Say(lang, text.Args{"file": r.Path(u.File)})))
	}
	broken, notes := parted(r.Broken)
	d.Sections = append(d.Sections, w.findings(reviewBroken, broken)...)
	d.Sections = append(d.Sections, w.findings(reviewNew, r.New)...)
	d.Sections = append(d.Sections, w.findings(reviewNotes, notes)...)
	if onlyNew {
		return d
	}
	d.Sections = append(d.Sections, w.gone()...)
	d.Sections = append(d.Sections, w.matters()...)
	d.Sections = append(d.Sections, w.effects()...)
	return Doc{Title: d.Title, Lead: d.Lead, Sections: append(d.Sections, DiffSections(r.Diff.Tell(lang), lang)...)}
}

// The words of a review.
var (
	reviewTitle     = text.Both{Sv: "Granskning av ändringen: {verdict}", En: "Review of the change: {verdict}"}
	reviewClean     = text.Both{Sv: "inga hinder", En: "nothing stands in its way"}
	reviewUndecided = text.Both{Sv: "inga fynd, men ett beslut saknas", En: "no findings, but a decision is missing"}
	reviewBetween   = text.Both{Sv: "Från {base} till {head}. Läget bedöms per {day}.", En: "From {base} to {head}, as of {day}."}
	reviewNothing   = text.Both{Sv: "Ingenting har ändrats i sak.", En: "Nothing has changed in substance."}
	reviewUnread    = text.Both{
		Sv: "{file} går inte att läsa, och granskas som om filen inte hade ändrats.",
		En: "{file} cannot be read, and is reviewed as if the file had not changed.",
	}
	reviewUnreadBefore = text.Both{
		Sv: "{file} gick inte att läsa före ändringen. Vad som har ändrats i filen går inte att visa.",
		En: "{file} could not be read before the change. What has changed in it cannot be shown.",
	}
	reviewBroken  = text.Both{Sv: "Så får registret inte ändras utan vidare", En: "The registry may not be changed like this as it stands"}
	reviewNotes   = text.Both{Sv: "Värt att lägga märke till", En: "Worth noticing"}
	reviewNew     = text.Both{Sv: "Nya fynd i registret", En: "New findings in the registry"}
	reviewGone    = text.Both{Sv: "Fynd som försvinner", En: "Findings that go away"}
	reviewEffects = text.Both{Sv: "Vad som följer av ändringen", En: "What follows from the change"}
	reviewGained  = text.Both{Sv: "tillkommer: {names}", En: "added: {names}"}
	reviewLost    = text.Both{Sv: "faller bort: {names}", En: "dropped: {names}"}
	reviewStatus  = text.Both{Sv: "{name}: {before} → {after}", En: "{name}: {before} → {after}"}
	reviewUnsure  = text.Both{Sv: "(inte säkert)", En: "(not certain)"}
	reviewVacant  = text.Both{Sv: "platsen {seat} i {group} blir vakant", En: "the seat {seat} of {group} falls vacant"}
	reviewFilled  = text.Both{Sv: "platsen {seat} i {group} tillsätts", En: "the seat {seat} of {group} is filled"}
)

type reviewWriter struct {
	*Review
	lang text.Lang
}

// title is the verdict: how many findings of each severity there are that the
// change brings.
func (w reviewWriter) title() string {
	totals := Count(w.Brought())
	var parts []string
	for _, c := range []struct {
		n   int
		key text.Key
	}{{totals.Error, text.Errors}, {totals.Warning, text.Warnings}, {totals.Info, text.Infos}} {
		if c.n > 0 {
			parts = append(parts, w.lang.Say(c.key, text.Args{"n": c.n}))
		}
	}
	verdict := reviewClean.In(w.lang)
	if slices.ContainsFunc(w.Matters, func(m review.Matter) bool { return len(m.Missing) > 0 }) {
		verdict = reviewUndecided.In(w.lang)
	}
	if len(parts) > 0 {
		verdict = text.List(parts, w.lang)
	}
	return reviewTitle.Say(w.lang, text.Args{"verdict": verdict})
}

// severitySigns are the marks of findings.
var severitySigns = map[rule.Severity]Sign{rule.Error: Fault, rule.Warning: Alert, rule.Info: Remark}

// findings writes findings with their place and what to do about each.
func (w reviewWriter) findings(heading text.Both, findings []*rule.Finding) []Section {
	if len(findings) == 0 {
		return nil
	}
	s := Section{Heading: heading.In(w.lang), Fold: true}
	findings = slices.Clone(findings)
	slices.SortStableFunc(findings, func(a, b *rule.Finding) int { return cmp.Compare(b.Severity, a.Severity) })
	for i, f := range findings {
		item := Item{Sign: severitySigns[f.Severity], Spans: []Span{
			plain(w.say(f.Message(), f.Args) + " "),
			{Faint, fmt.Sprintf("[%s] %s:%d", f.Spec.ID, w.Path(f.File), f.At.Line)},
		}}
		if remedy := w.say(f.HowToMend(), f.Args); remedy != "" && !w.sameRemedy(findings, i) {
			item.Items = append(item.Items, Item{Sign: Heading, Spans: []Span{{Strong, w.lang.Word(text.RemedyLabel) + ":"}, plain(" " + remedy)}})
		}
		s.Items = append(s.Items, item)
	}
	return []Section{s}
}

// sameRemedy reports whether the finding after this one has the same remedy,
// which then is told once, after the last of them.
func (w reviewWriter) sameRemedy(findings []*rule.Finding, i int) bool {
	if i+1 == len(findings) {
		return false
	}
	f, next := findings[i], findings[i+1]
	return f.Spec == next.Spec && w.say(f.HowToMend(), f.Args) == w.say(next.HowToMend(), next.Args)
}

// parted are the findings that stand in the way of a change, and those that a
// reviewer only should see.
func parted(findings []*rule.Finding) (broken, notes []*rule.Finding) {
	for _, f := range findings {
		if f.Severity > rule.Info {
			broken = append(broken, f)
		} else {
			notes = append(notes, f)
		}
	}
	return broken, notes
}

func (w reviewWriter) say(b text.Both, args text.Args) string {
	return text.Capital(b.Say(w.lang, args))
}

// gone lists the findings that the change mends.
func (w reviewWriter) gone() []Section {
	if len(w.Gone) == 0 {
		return nil
	}
	s := Section{Heading: reviewGone.In(w.lang), Fold: true}
	for _, f := range w.Gone {
		s.Items = append(s.Items, Item{Sign: Plus, Spans: []Span{plain(w.say(f.Message(), f.Args) + " "), {Faint, "[" + f.Spec.ID + "] " + w.Path(f.File)}}})
	}
	return []Section{s}
}

// effects tells what follows: figures, statuses and seats.
func (w reviewWriter) effects() []Section {
	s := Section{Heading: reviewEffects.In(w.lang)}
	for _, f := range w.Effects.Figures {
		before, after := phrase.MeasureOf(f.Metric, f.Before), phrase.MeasureOf(f.Metric, f.After)
		item := Words(Tilde, text.Capital(phrase.Metric(f.Metric).In(w.lang))+": "+before.In(w.lang)+" → "+after.In(w.lang))
		if len(f.Gained) > 0 {
			item.Items = append(item.Items, Words(Plus, reviewGained.Say(w.lang, text.Args{"names": phrase.Counted(w.Diff.Head, f.Gained)})))
		}
		if len(f.Lost) > 0 {
			item.Items = append(item.Items, Words(Minus, reviewLost.Say(w.lang, text.Args{"names": phrase.Counted(w.Diff.Base, f.Lost)})))
		}
		s.Items = append(s.Items, item)
	}
	for _, c := range w.Effects.Statuses {
		s.Items = append(s.Items, Words(Tilde, reviewStatus.Say(w.lang, text.Args{
			"name": phrase.Name(w.Diff.Head, c.Ref), "before": w.status(c.Ref, c.Before, c.After), "after": w.status(c.Ref, c.After, c.Before),
		})))
	}
	for _, c := range w.Effects.Seats {
		sign, says := Plus, reviewFilled
		if c.Vacant {
			sign, says = Minus, reviewVacant
		}
		s.Items = append(s.Items, Words(sign, says.Say(w.lang, text.Args{"seat": string(c.Seat), "group": phrase.Name(w.Diff.Head, c.Group)})))
	}
	if len(s.Items) == 0 {
		return nil
	}
	return []Section{s}
}

// status writes a derived status, and that it is not certain where the one that
// it is compared with is.
func (w reviewWriter) status(ref model.Ref, st, other registry.Status) string {
	out := phrase.State(ref.Kind, st.State).In(w.lang)
	if len(st.Possible) > 0 && len(other.Possible) == 0 && st.State != registry.Undetermined {
		out += " " + reviewUnsure.In(w.lang)
	}
	return out
}
