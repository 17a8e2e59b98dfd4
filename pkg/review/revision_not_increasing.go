package review

import (
	"github.com/vis-samverkan/vis/pkg/change"
	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

var revisionNotIncreasing = Rule{
	Spec: &rule.Spec{
		ID: "revision-not-increasing", Severity: rule.Error, Profile: rule.Strict,
		Title: text.Both{
			Sv: "Versionerna av en överenskommelse blir bara fler: nya läggs sist och de gamla står kvar i sin ordning och med sina datum.",
			En: "The versions of an agreement only grow in number: new ones come last, and the old ones stay in their order and with their dates.",
		},
		Why: text.Both{
			Sv: "Antaganden hänvisar till en version, och den som läser ett beslut måste kunna finna den version som det gällde. Regeln jämför versionerna i revisions: de som fanns ska stå först, i samma ordning, med samma datum, och en ny får inte ha en tidigare dag än den före. En version som skjuts in bland dem som fanns är en varning, eftersom en källa kan ha visat att historien hade en lucka. Ett datum som blir mer exakt eller som saknades är ingen ändring. Ett datum som blir mindre exakt eller återtas har egna regler.",
			En: "Adoptions refer to a version, and whoever reads a decision must be able to find the version that it was about. The rule compares the versions in revisions: those that were there must come first, in the same order, with the same dates, and a new one may not be of an earlier day than the one before it. A version that is put in among those that were there is a warning, since a source may have shown that the history had a gap. A date that becomes more exact, or that was missing, is no change. A date that becomes less exact or is taken back has rules of its own.",
		},
		Remedy: text.Both{
			Sv: "Lägg tillbaka versionen som den stod, och skriv det som ändras som en ny version sist i revisions.",
			En: "Put the version back as it stood, and write what changes as a new version at the end of revisions.",
		},
		Messages: map[string]text.Both{
			"":         {Sv: "versionen ”{version}” av {agreement} finns inte kvar", En: "the version “{version}” of {agreement} is no longer there"},
			"order":    {Sv: "versionen ”{version}” stod efter ”{other}” och står nu före den", En: "the version “{version}” stood after “{other}” and now stands before it"},
			"inserted": {Sv: "versionen ”{version}” skjuts in före ”{other}”, som redan fanns", En: "the version “{version}” is put in before “{other}”, which was there already"},
			"date":     {Sv: "versionen ”{version}” var från {before} och är nu från {after}", En: "the version “{version}” was of {before} and is now of {after}"},
			"earlier":  {Sv: "den nya versionen ”{version}” är från {date}, före ”{other}” från {previous}", En: "the new version “{version}” is of {date}, before “{other}” of {previous}"},
		},
	},
	Check: func(d *change.Diff, r *rule.Report) {
		for _, a := range changedAgreements(d) {
			// What became unknown is no longer told, which another rule tells of.
			if !a.touches("revisions") || len(a.base.Revisions.Items) == 0 || a.head.Revisions.Is == model.Unknown {
				continue
			}
			found := append(misplaced(d, a), redated(d, a)...)
			if len(found) == 0 {
				r.Holds()
				continue
			}
			r.Violated(found...)
		}
	},
}

// misplaced finds versions that were lost, moved or put in among the others,
// and new ones of an earlier day than the one before them.
func misplaced(d *change.Diff, a agreement) []*rule.Finding {
	var found []*rule.Finding
	was, is := positions(a.base), positions(a.head)
	for _, rev := range a.base.Revisions.All() {
		if _, ok := is[rev.Version.V]; !ok {
			p := a.at("revisions")
			p.Key = true
			found = append(found, rule.Found(p, text.Args{"version": rev.Version.V, "agreement": nameOf(d, a.head)}, rev.Version.V))
		}
	}
	last := "" // the version furthest down the older list that was met
	for j, rev := range a.head.Revisions.All() {
		version := rev.Version.V
		i, old := was[version]
		switch {
		case old && last != "" && i < was[last]:
			found = append(found, rule.FoundAs("order", a.at("revisions", j), text.Args{"version": last, "other": version}))
		case old:
			last = version
		default:
			if next, ok := laterKnown(a.head, j, was); ok {
				f := rule.FoundAs("inserted", a.at("revisions", j), text.Args{"version": version, "other": next})
				f.Severity = rule.Warning
				found = append(found, f)
				continue
			}
			if j == 0 {
				continue
			}
			previous := a.head.Revisions.Items[j-1].V
			if rev.Date.Given() && previous.Date.Given() && edtf.Before(rev.Date.V, previous.Date.V) == truth.Yes {
				found = append(found, rule.FoundAs("earlier", a.at("revisions", j, "date"), text.Args{
					"version": version, "date": rev.Date.V, "other": previous.Version.V, "previous": previous.Date.V,
				}))
			}
		}
	}
	return found
}

// positions are where the versions of an agreement stand.
func positions(a *model.Agreement) map[string]int {
	at := map[string]int{}
	for i, rev := range a.Revisions.All() {
		at[rev.Version.V] = i
	}
	return at
}

// laterKnown is the first version after a position that the older list had.
func laterKnown(a *model.Agreement, position int, was map[string]int) (version string, ok bool) {
	for j, rev := range a.Revisions.All() {
		if _, old := was[rev.Version.V]; old && j > position {
			return rev.Version.V, true
		}
	}
	return "", false
}

// redated finds versions that got another date.
func redated(d *change.Diff, a agreement) []*rule.Finding {
	var found []*rule.Finding
	for i := range a.Edits {
		e := &a.Edits[i]
		rev, ok := around[model.Revision](e)
		if !ok || change.Keys(e.Path()) != "revisions.date" || !rewrites(e) {
			continue
		}
		found = append(found, rule.FoundAs("date", where(a.Record, e), text.Args{"version": rev.Version.V, "before": answer(d.Base, e.Before), "after": answer(d.Head, e.After)}))
	}
	return found
}
