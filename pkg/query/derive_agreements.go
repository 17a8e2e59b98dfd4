package query

import (
	"slices"

	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/truth"
)

var agreementColumn = to("agreement_id", "agreements.id", "överenskommelsen", "the agreement")

var agreementsNow = derivation{&Table{Name: "agreements_now", Derived: true, Key: []string{"agreement_id"},
	What: both("överenskommelserna dagen", "the agreements on the day"),
	Columns: columns(agreementColumn, col("name", Text, "titel", "title"), col("short_name", Text, "kort titel", "short title"), statusColumns(),
		Column{"ours", Integer, both("1 om parterna själva har ingått den och är bundna av den", "1 if the parties themselves have made it and are bound by it"), "", []string{"0", "1"}},
		tell("in_force", "om den är i kraft", "whether it is in force"), tell("lapsed", "om den har upphört att gälla", "whether it has ceased to be in force"),
		tell("adopted", "om minst en part har antagit den", "whether at least one party has adopted it"),
		tell("parties_known", "om parterna är kända", "whether the parties are known"),
		col("parties_adopted", Integer, "parter som har antagit den", "parties that have adopted it"), col("parties_not", Integer, "parter som inte har det", "parties that have not"),
		col("parties_unknown", Integer, "parter där det inte går att avgöra", "parties where nobody can tell"),
		tell("has_owner", "om någon grupp är ansvarig", "whether some group is responsible"),
		to("framework_id", "agreements.id", "huvudöverenskommelsen den hör under", "the framework agreement it stands under"),
		dated("entry", "faktiskt ikraftträdande", "actual entry into force"), dated("end", "sista dag", "last day"))}, func(f *filler) {
	v := f.view
	for _, a := range v.Agreements {
		yes, no, unknown := v.AdoptionProgress(a)
		_, open := v.Adoptions(a)
		_, owned := v.Owners(a)
		var framework any
		if over, _ := v.Framework(a); over != nil {
			framework = over.Ref.ID
		}
		end, _ := registry.EndOf(a)
		f.add("agreements_now", slices.Concat(row(a.Ref.ID, v.Name(a).In("sv"), v.ShortName(a).In("sv")), status(v.AgreementStatus(a)),
			row(registry.Ours(a), v.IsInForce(a), v.HasLapsed(a), v.IsAdopted(a), truth.Of(!open), yes, no, unknown, owned, framework, registry.EntryOf(a), end))...)
	}
}}

var partiesNow = derivation{&Table{Name: "parties_now", Derived: true, Indexes: [][]string{{"agreement_id"}, {"organization_id"}},
	What: both("parterna dagen, kollektiv uppdelade, och om de har antagit", "the parties on the day, collectives divided, and whether they have adopted"),
	Columns: columns(agreementColumn, to("organization_id", "organizations.id", "parten", "the party"),
		to("via_id", "organizations.id", "kollektivet som för in den", "the collective that brings it in"),
		col("entry", Text, "posten i listan parties; NULL för den som inte står där", "the entry of parties; NULL for one that does not stand there"),
		tell("holds", "om den är part", "whether it is a party"), tell("adopted", "om den har antagit överenskommelsen", "whether it has adopted the agreement"),
		col("state", Text, "dess senaste antagandeuppgift", "its newest statement on adoption"), col("body", Text, "organ", "body"), dated("date", "datum", "date"), col("reference", Text, "diarienummer", "case number"))}, func(f *filler) {
	for _, a := range f.view.Agreements {
		parties, _ := f.view.Adoptions(a)
		for _, p := range parties {
			var entry any
			if p.Index >= 0 {
				entry = model.Path{}.At("parties", p.Index).String()
			}
			newest, _ := f.view.AdoptionOf(p.PartyAt)
			f.give("parties_now", a.Ref.ID, f.toID(p.Organization), f.toID(p.Via), entry, p.Holds, p.Adopted,
				newest.State.V, newest.Body.V, newest.Date.V, nonempty(newest.Reference.V))
		}
	}
}}

var ownersNow = derivation{&Table{Name: "owners_now", Derived: true, Indexes: [][]string{{"agreement_id"}, {"group_id"}},
	What:    both("de som är eller kan vara ansvariga dagen; förslag är inte med", "those that are or may be responsible on the day; proposals are left out"),
	Columns: columns(agreementColumn, to("group_id", "groups.id", "gruppen", "the group"), tell("holds", "om den är ansvarig", "whether it is responsible"))}, func(f *filler) {
	for _, a := range f.view.Agreements {
		owners, _ := f.view.Owners(a)
		for _, o := range owners {
			f.give("owners_now", a.Ref.ID, f.toID(o.Group), o.Holds)
		}
	}
}}

var stewardsNow = derivation{&Table{Name: "stewards_now", Derived: true, Indexes: [][]string{{"agreement_id"}, {"group_id"}},
	What: both("ansvariga och samrådande grupper som står i överenskommelserna, också föreslagna", "responsible and consulted groups that stand in the agreements, proposed ones too"),
	Columns: columns(agreementColumn, Column{"role", Text, both("ansvarig eller samråds", "responsible or consulted"), "", []string{"responsible", "consulted"}},
		to("group_id", "groups.id", "gruppen", "the group"), tell("holds", "om det är så; ett förslag är det inte", "whether it is so; a proposal is not"),
		Column{"proposed", Integer, both("1 om det bara är föreslaget", "1 if it is only proposed"), "", []string{"0", "1"}}, col("entry", Text, "platsen i posten", "the place in the record"))}, func(f *filler) {
	for _, a := range f.view.Agreements {
		for _, list := range []struct {
			key  string
			list *model.List[model.Steward]
		}{{"responsible", &a.Responsible}, {"consulted", &a.Consulted}} {
			for _, s := range f.view.StewardsAt(a, list.list, list.key) {
				f.give("stewards_now", a.Ref.ID, list.key, f.toID(s.Group), s.Holds, s.Proposed, model.Path{}.At(list.key, s.Index).String())
			}
		}
	}
}}

var legalNow = derivation{&Table{Name: "legal_requirements_now", Derived: true,
	What:    both("lagkraven, och om de gäller dagen", "the legal requirements, and whether they are in force on the day"),
	Columns: columns(to("id", "vocabulary_legal_requirements.id", "lagkravet", "the requirement"), tell("holds", "om lagkravet gäller", "whether it is in force"))}, func(f *filler) {
	for _, req := range f.view.Vocabulary.LegalRequirements.Pointers() {
		f.give("legal_requirements_now", string(req.ID.V), f.view.IsLaw(req))
	}
}}

var coverageTable = derivation{&Table{Name: "coverage_now", Derived: true, Indexes: [][]string{{"list", "id"}, {"ref"}},
	What: both("vad överenskommelser och grupper omfattar dagen", "what agreements and groups have in their care on the day"),
	Columns: columns(col("list", Text, "lista i vokabulären, eller municipalities", "list of the vocabulary, or municipalities"),
		col("id", Text, "vad de omfattar; NULL för något som inte är känt", "what they have in their care; NULL for something that is not known"),
		refColumn, tell("holds", "om det är så", "whether it is so"))}, func(f *filler) {
	cover := f.view.Cover()
	concerns := make([]registry.Concern, 0, len(cover))
	for c := range cover {
		concerns = append(concerns, c)
	}
	slices.SortFunc(concerns, func(a, b registry.Concern) int {
		return cmpStrings(a.List, b.List, a.ID, b.ID, a.By.String(), b.By.String())
	})
	for _, c := range concerns {
		for _, at := range cover[c] {
			f.give("coverage_now", c.List, nonempty(c.ID), at.Record.Base().Ref.String(), at.Holds)
		}
	}
}}
