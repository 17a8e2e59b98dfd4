package change

import (
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/text"
)

// Meaning is what an edit is in terms of the cooperation, such as that an
// adoption was recorded. Most edits of single attributes have none: their
// attribute says it all.
type Meaning struct {
	ID    string    // kebab-case, used in JSON
	Title text.Both // a few words, lower case
}

// meaningRow gives one attribute's edits of one sort their meaning.
type meaningRow struct {
	kind model.Kind // NoKind for every kind
	keys string     // the path without positions, such as parties.adoptions
	what What
	Meaning
}

// Means returns what an edit of a record is; the zero Meaning if there is no
// word for it but the attribute's own.
func (r *Record) Means(e *Edit) Meaning {
	keys := Keys(e.Path())
	for i := range meanings {
		row := &meanings[i]
		if row.what == e.What && row.keys == keys && (row.kind == r.Kind || row.kind == model.NoKind) {
			return row.Meaning
		}
	}
	return Meaning{}
}

// Keys writes a path without its positions: parties.adoptions.date.
func Keys(p model.Path) string {
	var keys model.Path
	for _, s := range p {
		if s.Index < 0 {
			keys = append(keys, s)
		}
	}
	return keys.String()
}

// row is shorter to read in the table below.
func row(kind model.Kind, keys string, what What, id, sv, en string) meaningRow {
	return meaningRow{kind, keys, what, Meaning{id, text.Both{Sv: sv, En: en}}}
}

// meanings is the table of what the edits that a reviewer looks for mean.
var meanings = []meaningRow{
	row(model.NoKind, "ended", Came, "record-ended", "upphör", "ends"),
	row(model.NoKind, "ended", Went, "end-removed", "upphörandet tas bort", "the end is taken away"),
	row(model.NoKind, "names", Came, "name-added", "nytt namn", "new name"),
	row(model.NoKind, "names", Went, "name-removed", "namn tas bort", "name removed"),
	row(model.NoKind, "sources", Came, "source-added", "källa tillkommer", "source added"),
	row(model.NoKind, "sources", Went, "source-removed", "källa tas bort", "source removed"),
	row(model.NoKind, "replaces", Came, "replaces", "ersätter", "replaces"),

	row(model.AgreementKind, "parties", Came, "party-added", "part läggs till", "party added"),
	row(model.AgreementKind, "parties", Went, "party-removed", "part tas bort", "party removed"),
	row(model.AgreementKind, "parties.until", Came, "party-left", "part lämnar", "party leaves"),
	row(model.AgreementKind, "parties.adoptions", Came, "adoption-recorded", "antagande", "adoption"),
	row(model.AgreementKind, "parties.adoptions", Went, "adoption-removed", "antagande tas bort", "adoption removed"),
	row(model.AgreementKind, "adoption_evidence", Came, "adoption-evidence-recorded", "samlad uppgift om antagande", "collective statement of adoption"),
	row(model.AgreementKind, "adoption_evidence", Went, "adoption-evidence-removed", "samlad uppgift om antagande tas bort", "collective statement of adoption removed"),
	row(model.AgreementKind, "recommended", Came, "recommendation-recorded", "rekommendation", "recommendation"),
	row(model.AgreementKind, "responsible", Came, "owner-added", "ny ansvarig grupp", "new responsible group"),
	row(model.AgreementKind, "responsible", Went, "owner-removed", "ansvarig grupp tas bort", "responsible group removed"),
	row(model.AgreementKind, "responsible.until", Came, "owner-ended", "ansvaret upphör", "responsibility ends"),
	row(model.AgreementKind, "revisions", Came, "revision-added", "ny version", "new version"),
	row(model.AgreementKind, "revisions", Went, "revision-removed", "version tas bort", "version removed"),
	row(model.AgreementKind, "clauses", Came, "clause-added", "ny paragraf", "new clause"),
	row(model.AgreementKind, "clauses", Went, "clause-removed", "paragraf tas bort", "clause removed"),
	row(model.AgreementKind, "clauses", Reordered, "clause-moved", "paragraf flyttas", "clause moved"),
	row(model.AgreementKind, "clauses.text", Altered, "clause-reworded", "ny lydelse", "new wording"),
	row(model.AgreementKind, "entry_into_force.actual", Came, "entered-into-force", "träder i kraft", "enters into force"),
	row(model.AgreementKind, "entry_into_force.actual", Altered, "entry-into-force-changed", "ikraftträdandet ändras", "entry into force changed"),
	row(model.AgreementKind, "entry_into_force.planned", Altered, "planned-entry-moved", "planerat ikraftträdande flyttas", "planned entry into force moved"),
	row(model.AgreementKind, "supplements", Altered, "supplement-rehung", "blir tillägg till en annan överenskommelse", "supplements another agreement"),
	row(model.AgreementKind, "accessions", Came, "accession-recorded", "anslutning", "accession"),

	row(model.GroupKind, "history", Came, "status-reached", "nytt läge", "new status"),
	row(model.GroupKind, "history", Went, "status-removed", "läge tas bort", "status removed"),
	row(model.GroupKind, "seats", Came, "seat-added", "ny plats", "new seat"),
	row(model.GroupKind, "seats", Went, "seat-removed", "plats tas bort", "seat removed"),
	row(model.GroupKind, "seats.vacant_since", Came, "seat-vacant", "platsen blir vakant", "the seat falls vacant"),
	row(model.GroupKind, "responsibilities", Came, "responsibility-added", "nytt ansvar", "new responsibility"),
	row(model.GroupKind, "responsibilities", Went, "responsibility-removed", "ansvar tas bort", "responsibility removed"),
	row(model.GroupKind, "responsibilities.transferred", Came, "responsibility-transferred", "ansvaret förs över", "responsibility transferred"),

	row(model.RepresentativeKind, "memberships", Came, "membership-added", "uppdrag", "membership"),
	row(model.RepresentativeKind, "memberships", Went, "membership-removed", "uppdrag tas bort", "membership removed"),
	row(model.RepresentativeKind, "memberships.until", Came, "membership-ended", "uppdraget upphör", "membership ends"),
	row(model.RepresentativeKind, "memberships.until", Went, "membership-reopened", "uppdragets slut tas bort", "end of membership removed"),

	row(model.MeetingKind, "agenda", Came, "agenda-item-added", "ärende tillkommer", "agenda item added"),
	row(model.MeetingKind, "agenda", Went, "agenda-item-removed", "ärende tas bort", "agenda item removed"),
	row(model.MeetingKind, "date", Altered, "meeting-moved", "mötet flyttas", "meeting moved"),
	row(model.DecisionKind, "state", Altered, "decision-state-changed", "beslutets läge", "state of the decision"),
	row(model.DecisionKind, "deadline", Altered, "deadline-moved", "tidsgränsen flyttas", "deadline moved"),
	row(model.IssueKind, "state", Altered, "issue-state-changed", "frågans läge", "state of the issue"),
	row(model.IssueKind, "priority", Came, "issue-prioritised", "prioriteras", "prioritised"),
	row(model.PlanKind, "activities", Came, "activity-added", "ny aktivitet", "new activity"),
	row(model.PlanKind, "activities", Went, "activity-removed", "aktivitet tas bort", "activity removed"),
	row(model.PlanKind, "activities.done", Came, "activity-done", "aktivitet genomförd", "activity done"),
	row(model.PlanKind, "activities.due", Altered, "deadline-moved", "aktivitetens tidsgräns flyttas", "activity deadline moved"),
	row(model.SourceKind, "claims", Came, "claim-recorded", "uppgift redovisas", "figure reported"),
	row(model.SourceKind, "claims.value", Altered, "claim-altered", "redovisat tal ändras", "reported figure altered"),
	row(model.AcknowledgedKind, "", Came, "finding-acknowledged", "fynd godtas", "finding accepted"),
	row(model.AcknowledgedKind, "", Went, "acknowledgement-removed", "godtagande tas bort", "acceptance removed"),
}
