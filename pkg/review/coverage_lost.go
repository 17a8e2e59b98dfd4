package review

import (
	"cmp"
	"maps"
	"slices"

	"github.com/vis-samverkan/vis/pkg/change"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

var coverageLost = Rule{
	Spec: &rule.Spec{
		ID: "coverage-lost", Severity: rule.Warning, Profile: rule.Strict,
		Title: text.Both{
			Sv: "Det som en överenskommelse eller ett forum tog hand om före ändringen har någon som tar hand om det efteråt.",
			En: "What an agreement or a forum took care of before the change has somebody who takes care of it afterwards.",
		},
		Why: text.Both{
			Sv: "När en överenskommelse eller ett forum upphör eller får ett annat uppdrag kan ett område bli utan någon som samverkar om det. Regeln jämför, på dagen för jämförelsen, vilka sakområden, målgrupper, åldersgrupper och kommuner som gällande överenskommelser omfattar och som forumen har, och vilka lagkrav som överenskommelser uppfyller. En åldersgrupp är omfattad när alla dess åldrar ryms hos en av dem, en kommun när den har antagit överenskommelsen eller har en plats i ett forum. Den som fanns för säkert och som inte ens kanske finns i det som registret säger efteråt är borta. Om det kanske finns, eller var osäkert redan före, går det inte att avgöra. Termer som lämnar vokabulären, lagkrav som inte gäller och kommuner som har upphört berörs inte.",
			En: "Where an agreement or a forum ends or gets another assignment, an area may be left with nobody who cooperates on it. The rule compares, on the day of the comparison, which subject areas, target groups, age groups and municipalities the agreements in force cover and the forums have, and which legal requirements the agreements meet. An age group is covered where all its ages are within those of one of them, a municipality where it has adopted the agreement or has a seat in a forum. What was there for certain, and is not even perhaps there in what the registry says afterwards, is lost. Where it perhaps is, or was uncertain before, nobody can tell. Terms that leave the vocabulary, legal requirements that are not in force and municipalities that have ended are not affected.",
		},
		Remedy: text.Both{
			Sv: "Ange vem som tar över i en överenskommelse eller ett forum, eller bekräfta i granskningen att ingen ska göra det.",
			En: "Name who takes over in an agreement or a forum, or confirm in the review that nobody is to.",
		},
		Messages: map[string]text.Both{
			"agreement":    {Sv: "{kind} ”{name}” omfattades av {by} och omfattas inte längre av någon gällande överenskommelse", En: "the {kind} “{name}” was covered by {by} and is no longer covered by any agreement in force"},
			"group":        {Sv: "{kind} ”{name}” hade {by} och har inte längre något forum", En: "the {kind} “{name}” had {by} and no longer has a forum"},
			"requirement":  {Sv: "lagkravet ”{name}” uppfylldes av {by} och uppfylls inte längre av någon gällande överenskommelse", En: "the legal requirement “{name}” was met by {by} and is no longer met by any agreement in force"},
			"party":        {Sv: "{name} hade antagit {by} och har inte längre antagit någon gällande överenskommelse", En: "{name} had adopted {by} and has no longer adopted any agreement in force"},
			"municipality": {Sv: "{name} hade plats i {by} och har inte längre plats i något forum", En: "{name} had a seat in {by} and no longer has a seat in any forum"},
		},
		Cites: []rule.Cite{
			{Source: "rapport-2022", Section: "5", Line: 399, Says: "inte något forum där dessa specifika frågor och behov hanteras samlat"},
		},
	},
	Check: func(d *change.Diff, r *rule.Report) {
		if !slices.ContainsFunc(d.Records, mayMoveCover) {
			return
		}
		before, after := d.Base.Cover(), d.Head.Cover()
		for _, concern := range slices.SortedFunc(maps.Keys(before), inOrder) {
			if concern.ID != "" && stillMatters(d, concern) {
				judgeCover(d, r, concern, before[concern], coverOf(d, after, concern))
			}
		}
	},
}

// mayMoveCover reports whether what an agreement or a forum covers may be another
// since a record is.
func mayMoveCover(c *change.Record) bool {
	switch c.Kind {
	case model.GuidelineKind, model.MeetingKind, model.IssueKind, model.PlanKind, model.FollowupKind, model.AcknowledgedKind:
		return false
	}
	return true
}

func inOrder(a, b registry.Concern) int {
	return cmp.Or(cmp.Compare(a.By, b.By), cmp.Compare(a.List, b.List), cmp.Compare(a.ID, b.ID))
}

// coverOf is who has a concern in their care in the newer snapshot, or may have.
func coverOf(d *change.Diff, after map[registry.Concern][]registry.CoverAt, concern registry.Concern) []registry.CoverAt {
	open := concern
	open.ID = ""
	if concern.List == registry.Municipalities {
		concern.ID = d.Now(municipality(concern)).ID
	}
	return slices.Concat(after[concern], after[open])
}

func municipality(c registry.Concern) model.Ref {
	return model.Ref{Kind: model.OrganizationKind, ID: c.ID}
}

// stillMatters reports whether a concern is there to be taken care of in the
// newer snapshot.
func stillMatters(d *change.Diff, concern registry.Concern) bool {
	switch concern.List {
	case registry.Municipalities:
		o, ok := d.Head.Organization(d.Now(municipality(concern)))
		return ok && d.Head.HasEnded(o) != truth.Yes
	case "legal_requirements":
		req, _, ok := d.Head.LegalRequirement(model.Term(concern.ID))
		return ok && d.Head.IsLaw(req) != truth.No
	}
	_, ok := d.Head.Term(concern.List, concern.ID)
	return ok
}

func judgeCover(d *change.Diff, r *rule.Report, concern registry.Concern, before, after []registry.CoverAt) {
	certain := func(at registry.CoverAt) truth.Value { return at.Holds }
	had, has := truth.Some(slices.Values(before), certain), truth.Some(slices.Values(after), certain)
	var left []model.Ref // who had it for certain and no longer has
	for _, b := range before {
		ref := d.Now(b.Record.Base().Ref)
		stays := func(a registry.CoverAt) bool { return a.Holds == truth.Yes && a.Record.Base().Ref == ref }
		if b.Holds == truth.Yes && !slices.ContainsFunc(after, stays) && !slices.Contains(left, b.Record.Base().Ref) {
			left = append(left, b.Record.Base().Ref)
		}
	}
	switch {
	case had == truth.CannotTell && has == truth.No:
		r.CannotTell()
	case len(left) > 0:
		r.Judge(has, func() *rule.Finding { return uncovered(d, concern, left) })
	}
}

// uncovered is the finding of a concern that some records had in their care.
func uncovered(d *change.Diff, concern registry.Concern, left []model.Ref) *rule.Finding {
	args := text.Args{"by": phrase.Names(d.Base, left)}
	variant := concern.By.Info().Name
	switch concern.List {
	case registry.Municipalities:
		variant = "party"
		if concern.By == model.GroupKind {
			variant = "municipality"
		}
		args["name"] = phrase.Name(d.Head, d.Now(municipality(concern)))
	default:
		if concern.List == "legal_requirements" {
			variant = "requirement"
		}
		args["name"] = phrase.Terms(d.Head, concern.List, []model.Term{model.Term(concern.ID)})
		args["kind"] = concernWords[concern.List]
	}
	return rule.FoundAs(variant, causeOf(d, left[0], concernKeys[concern.List]), args, concern.List, concern.ID)
}

var concernWords = map[string]text.Both{
	"subject_areas": {Sv: "sakområdet", En: "subject area"},
	"target_groups": {Sv: "målgruppen", En: "target group"},
	"age_groups":    {Sv: "åldersgruppen", En: "age group"},
}

// concernKeys are the attributes that say what a record has in its care.
var concernKeys = map[string][]string{
	"subject_areas":         {"subject_areas"},
	"target_groups":         {"target_groups"},
	"age_groups":            {"ages", "age_groups", "target_groups"},
	"legal_requirements":    {"legal_basis"},
	registry.Municipalities: {"parties", "seats", "adoption_evidence"},
}

// causeOf is the place of the change that lets a record no longer have something
// in its care: the edit of what says so, else the record's first edit. A record
// that did not change itself is pointed at as a whole.
func causeOf(d *change.Diff, ref model.Ref, keys []string) rule.Place {
	for _, c := range d.Records {
		if c.Was != ref {
			continue
		}
		if c.Head == nil {
			return gone(c)
		}
		var first *change.Edit
		for i := range c.Edits {
			e := &c.Edits[i]
			if slices.Contains(keys, topKey(e)) {
				return where(c, e)
			}
			if first == nil && !aside(e) {
				first = e
			}
		}
		if first != nil {
			return where(c, first)
		}
	}
	rec, _ := d.Base.Record(ref)
	if now, ok := d.Head.Record(d.Now(ref)); ok {
		rec = now
	}
	return rule.At(rec)
}
