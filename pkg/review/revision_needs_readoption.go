package review

import (
	"github.com/vis-samverkan/vis/pkg/change"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

var revisionNeedsReadoption = Rule{
	Spec: &rule.Spec{
		ID: "revision-needs-readoption", Severity: rule.Error, Profile: rule.Strict,
		Title: text.Both{
			Sv: "En version som parterna måste anta på nytt gäller inte för den part som bara har antagit en äldre.",
			En: "A version that the parties must adopt again does not apply to a party that has only adopted an older one.",
		},
		Why: text.Both{
			Sv: "Står en version med requires_readoption som i kraft, medan en parts senaste antagande är av en äldre version, ser parten ut att vara bunden av något som den inte har beslutat om. Regeln prövar den nyaste version som kräver nytt antagande och har trätt i kraft (entry_into_force) på dagen för jämförelsen, för varje part den dagen, och tar bara upp det som ändringen för med sig. Säger antagandet inte vilken version det är av, eller säger versionen inte när den träder i kraft, går det inte att avgöra.",
			En: "Where a version with requires_readoption stands as in force, while a party's latest adoption is of an older version, the party seems to be bound by something that it has not decided on. The rule judges the newest version that requires a new adoption and has entered into force (entry_into_force) on the day of the comparison, for each party of that day, and only tells of what the change brings about. Where the adoption does not say which version it is of, or the version not when it enters into force, nobody can tell.",
		},
		Remedy: text.Both{
			Sv: "Lägg till partens nya antagande under adoptions med revision, eller vänta med entry_into_force.actual tills alla har antagit versionen.",
			En: "Add the party's new adoption to adoptions with revision, or let entry_into_force.actual wait until all have adopted the version.",
		},
		Messages: map[string]text.Both{"": {
			Sv: "versionen ”{version}” gäller och kräver nytt antagande, men {n|en part har|# parter har} bara antagit en äldre: {parties}",
			En: "the version “{version}” is in force and requires a new adoption, but {n|one party has|# parties have} only adopted an older one: {parties}",
		}},
		Cites: []rule.Cite{
			{Source: "hok-2021", Line: 21, Says: "Om samtliga antar den, börjar den gälla från och med 1 juli 2022."},
		},
	},
	Check: func(d *change.Diff, r *rule.Report) {
		for _, c := range d.Records {
			head, ok := c.Head.(*model.Agreement)
			if !ok || head.External.V {
				continue
			}
			before := map[string]truth.Value{}
			if base, ok := c.Base.(*model.Agreement); ok {
				for _, p := range readoptions(d.Base, base) {
					before[p.version+"\x00"+d.Now(p.party).String()] = p.readopted
				}
			}
			judgeReadoption(d, r, head, before)
		}
	},
}

// readoption is a party and whether it has adopted the version that it must.
type readoption struct {
	party     model.Ref
	index     int // of the party's entry
	position  int // of the version
	version   string
	readopted truth.Value
}

// readoptions tells for each party of an agreement whether its latest adoption
// is of the newest version in force that requires one, or of a later one.
func readoptions(v *registry.View, a *model.Agreement) []readoption {
	at := positions(a)
	for i := len(a.Revisions.Items) - 1; i >= 0; i-- {
		rev := &a.Revisions.Items[i].V
		if !rev.RequiresReadoption.V {
			continue
		}
		inForce := v.RevisionInForce(a, rev)
		if inForce == truth.No {
			continue
		}
		var out []readoption
		parties, _ := v.Parties(a)
		told := map[int]bool{}
		for _, p := range parties {
			if p.Holds == truth.No || p.Entry == nil || told[p.Index] {
				continue
			}
			told[p.Index] = true // a collective is one entry
			has := truth.CannotTell
			if ad, ok := v.AdoptionOf(p); ok && ad.State.V == model.Adopted && ad.Revision.Given() {
				if position, known := at[ad.Revision.V]; known {
					has = truth.Of(position >= i)
				}
			}
			out = append(out, readoption{p.Entry.Organization.V, p.Index, i, rev.Version.V, truth.Or(inForce.Not(), has, p.Holds.Not())})
		}
		return out
	}
	return nil
}

// judgeReadoption judges what was not so before: by version and party.
func judgeReadoption(d *change.Diff, r *rule.Report, a *model.Agreement, before map[string]truth.Value) {
	var missing []model.Ref
	var f *rule.Finding
	for _, p := range readoptions(d.Head, a) {
		if was, ok := before[p.version+"\x00"+p.party.String()]; ok && was == p.readopted {
			continue
		}
		if p.readopted != truth.No {
			r.Judge(p.readopted, nil)
			continue
		}
		if missing = append(missing, p.party); f == nil {
			f = rule.Found(rule.At(a, "revisions", p.position), text.Args{"version": p.version})
		}
		f.Related = append(f.Related, rule.Beside(rule.At(a, "parties", p.index, "adoptions"), "partens antaganden", "the adoptions of the party"))
	}
	for i := range missing { // they are told of together
		if i > 0 {
			r.Violated()
			continue
		}
		f.Args["n"], f.Args["parties"] = len(missing), phrase.Names(d.Head, missing)
		r.Violated(f)
	}
}
