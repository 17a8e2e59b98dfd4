package review

import (
	"slices"

	"github.com/vis-samverkan/vis/pkg/change"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

var answerWithdrawn = Rule{
	Spec: &rule.Spec{
		ID: "answer-withdrawn", Severity: rule.Warning, Profile: rule.Strict,
		Title: text.Both{
			Sv: "En uppgift som är besvarad blir inte obesvarad.",
			En: "A question that is answered does not become unanswered.",
		},
		Why: text.Both{
			Sv: "Där registret visste något vet det mindre, och kontroller som behövde svaret tystnar. Regeln gäller uppgifter med ett värde som blir unknown eller not-applicable eller tas bort, och listor som tas bort i sin helhet. Att none ersätter ett värde är ett svar. Ett namn som raderas för att en person har bett om det (unknown med skälet erasure) är ingen förlust, och inte heller det som i samma ändring skrivs på ett annat sätt, som name i names. Att until, ended, vacant_since eller expires tas bort betyder att något gäller än, och är också ett svar. Rader som tas bort ur en lista, källor, vagare datum, beslutade värden i riktlinjen, justerade möten och registrets egna inställningar har egna regler.",
			En: "Where the registry knew something it knows less, and checks that needed the answer fall silent. The rule covers attributes with a value that become unknown or not-applicable or are removed, and lists that are removed as a whole. None in place of a value is an answer. A name that is erased since a person asked for it (unknown with the reason erasure) is no loss, nor is what the same change writes in another way, such as name in names. Where until, ended, vacant_since or expires is removed, something still holds, and that is an answer too. Entries that are removed from a list, sources, vaguer dates, decided values of the guideline, meetings with approved minutes and the registry's own settings have rules of their own.",
		},
		Remedy: text.Both{
			Sv: "Återställ {before}. Var uppgiften fel, skriv unknown i lång form med reason och den källa som visar det, och godta fyndet.",
			En: "Restore {before}. Where it was wrong, write unknown in its long form with a reason and the source that shows it, and accept the finding.",
		},
		Messages: map[string]text.Both{
			"":               {Sv: "{what}: var {before} och är nu okänt", En: "{what}: was {before} and is now unknown"},
			"not-applicable": {Sv: "{what}: var {before} och sägs nu inte vara tillämpligt", En: "{what}: was {before} and is now said not to apply"},
			"removed":        {Sv: "{what}: var {before} och är nu obesvarat", En: "{what}: was {before} and is now left unanswered"},
		},
	},
	Check: func(d *change.Diff, r *rule.Report) {
		for _, c := range d.Records {
			if c.Kind == model.Manifest || c.Kind == model.AcknowledgedKind || minutesTell(d, c) {
				continue
			}
			lists := map[string]bool{} // those that are removed as a whole, by path
			for i := range c.Edits {
				e := &c.Edits[i]
				if before := withdrawn(d, c, e); before != nil {
					judgeWithdrawn(d, r, c, e, before, lists)
				} else if e.What == change.Settled || e.What == change.Withdrawn {
					r.Holds()
				}
			}
		}
	},
}

// withdrawn is the path of the answer of the older version that an edit takes
// back; nil for another edit, and for what other rules tell of.
func withdrawn(d *change.Diff, c *change.Record, e *change.Edit) model.Path {
	keys := change.Keys(e.Path())
	switch {
	case e.After != nil && e.After.Why != nil && e.After.Why.Unread:
		return nil
	case aside(e), e.Field.Key == "reason", e.Before == nil || e.Before.Answer != model.Given, erased(e.After), erasedPerson(c), ofDecidedParameter(d, c, e):
		return nil
	case e.What == change.Withdrawn && (!beginsWith(keys, "follow_up") || e.After.Answer == model.Unknown):
		if beginsWith(keys, "complete") {
			return nil
		}
		return e.Base
	case e.What != change.Went, toldElsewhere(c.Kind, keys), elsewise(c, e):
		return nil
	case e.Base[len(e.Base)-1].Index < 0 && (e.Before.Key == "" || len(e.Outside()) == len(e.Base)-1):
		return e.Base
	case len(e.Outside()) < len(e.Base)-1: // with the whole list
		return e.Base[:len(e.Base)-1]
	}
	return nil
}

func judgeWithdrawn(d *change.Diff, r *rule.Report, c *change.Record, e *change.Edit, before model.Path, lists map[string]bool) {
	if lists[before.String()] {
		return
	}
	lists[before.String()] = true
	what := placeName(d.Base, c, c.Base, before)
	args := text.Args{"what": what, "before": answer(d.Base, at(c, c.Base, before))}
	variant := "removed"
	if e.What == change.Withdrawn {
		variant = ""
		if e.After.Answer == model.NotApplicable {
			variant = "not-applicable"
		}
		args["what"] = editName(d, c, e)
	}
	f := rule.FoundAs(variant, where(c, e), args)
	if e.What == change.Went {
		f.Distinct = []string{before[len(before)-1].Key}
	}
	r.Violated(f)
}

// beginsWith reports whether keys are those of an attribute or lead into it.
func beginsWith(keys, attribute string) bool {
	return keys == attribute || len(keys) > len(attribute) && keys[:len(attribute)+1] == attribute+"."
}

// absent tells what it means that nothing stands under a key: it still holds, or
// it is not so. That is an answer.
var absent = []string{"until", "ended", "vacant_since", "expires", "external", "unnamed", "aliases", "count"}

// ownRules are the lists and attributes of which another rule tells what is
// removed.
var ownRules = map[model.Kind][]string{
	model.AgreementKind:      {"parties", "adoption_evidence", "responsible", "revisions", "clauses", "follow_up"},
	model.GroupKind:          {"seats", "history"},
	model.RepresentativeKind: {"memberships"},
	model.MeetingKind:        {"present", "absent"},
	model.DecisionKind:       {"concerns"},
	model.SourceKind:         {"claims"},
	model.VocabularyKind:     {"subject_areas", "target_groups", "age_groups", "subregions", "functions", "purposes", "duties", "knowledge_areas", "review_purposes", "directions", "criteria", "channels", "scopes", "boundary_areas", "legal_requirements"},
}

// toldElsewhere reports whether another rule tells that an attribute or an entry
// is gone, or its absence is an answer.
func toldElsewhere(k model.Kind, keys string) bool {
	last := keys
	for i := len(keys) - 1; i >= 0; i-- {
		if keys[i] == '.' {
			last = keys[i+1:]
			break
		}
	}
	return slices.Contains(absent, last) || beginsWith(keys, "complete") || slices.Contains(ownRules[k], keys) ||
		keys == "parties.adoptions" || beginsWith(keys, "follow_up")
}

// otherwise tells under which key of the same map an attribute may be written in
// another way.
var otherwise = map[string][]string{
	"name": {"names"}, "short_name": {"names"}, "title": {"names"},
	"ages": {"age_groups"}, "age_groups": {"ages"}, "members": {"of"}, "of": {"members"},
	"date": {"in"}, "first_meeting_of": {"date"}, "in": {"date"},
	"role": {"seat"}, "on_behalf_of": {"seat"}, "appointed_by": {"seat"}, "decision": {"seat"},
	"procedure": {"as"}, "report_to": {"as"}, "as": {"procedure", "report_to"}, "text": {"group"},
}

// elsewise reports whether the newer version writes what is gone in another way.
func elsewise(c *change.Record, e *change.Edit) bool {
	keys := otherwise[e.Field.Key]
	for _, key := range keys {
		if at(c, c.Head, e.Outside().At(key)) != nil {
			return true
		}
	}
	return false
}

// erasedPerson reports whether a change erases a person who has asked for it:
// the titles and other traces go too.
func erasedPerson(c *change.Record) bool {
	_, head, ok := versions[*model.Representative](c)
	return ok && head.Name.Is == model.Unknown && head.Name.Why != nil && head.Name.Why.Reason.V.Sv == erasure
}

// minutesTell reports whether a record is a meeting whose minutes are approved:
// a rule of its own tells of all that changes in it.
func minutesTell(d *change.Diff, c *change.Record) bool {
	base, _, ok := versions[*model.Meeting](c)
	return ok && d.Base.MinutesApproved(base) == truth.Yes
}
