package edit

import (
	"slices"

	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

// adopting is an agreement that rows are about.
type adopting struct {
	record  *model.Agreement
	parties []model.Ref                    // those it lists, in order; the later ones come by rows
	known   map[model.Ref][]adoption       // by party
	may     map[model.Ref]registry.PartyAt // who may be a party
}

// adoption is one in the registry, or by an earlier row.
type adoption struct {
	*model.Adoption
	row int // 0 for the registry
}

// takeAdoption takes a row that is what one party decided on one agreement.
func (im *importer) takeAdoption(r *row) error {
	r.need("agreement", "organization")
	if !r.has("state") {
		r.lacks("state")
	}
	if len(r.refused) > 0 {
		return nil
	}
	a := im.agreement(r.cells["agreement"].ref)
	file, org := a.record.File, r.cells["organization"].ref
	if _, ok := a.may[org]; !ok {
		r.wrong("organization", im.both(notAParty, "agreement", func(w phrase.Writer) string { return w.Name(a.record.Ref) }))
		return nil
	}
	entry := r.entry("state", "body", "date", "reference", "revision")
	said, err := loaded(file, Entries{{"title", "-"}, {"type", "agreement"}, {"parties", []Entries{{{"organization", org.ID}, {"adoptions", []Entries{entry}}}}}})
	if err != nil {
		return err
	}
	new := &said.(*model.Agreement).Parties.Items[0].V.Adoptions.Items[0].V
	if r.already = r.adopted(file, a.known[org], new); r.already || len(r.refused) > 0 {
		return nil
	}
	at := slices.Index(a.parties, org)
	if together := a.together(org); at < 0 && together != nil {
		if r.already = r.adopted(file, together, new); !r.already && len(r.refused) == 0 {
			r.wrong("organization", r.both(settled, "there", func(w phrase.Writer) string { return w.Name(a.may[org].Via) }))
		}
		return nil
	}
	switch {
	case at >= 0:
		err = im.insert(r, a.record, model.Path{}.At("parties", at, "adoptions"), r.cited(entry))
	case a.record.Parties.Is != model.Given:
		r.wrong("agreement", say(partiesElse, text.Args{"file": r.Path(file)}))
	default:
		err = im.insert(r, a.record, model.Path{}.At("parties"), Entries{{"organization", org.ID}, {"adoptions", []Entries{r.cited(entry)}}})
		at = len(a.parties)
	}
	if err != nil || len(r.refused) > 0 {
		return err
	}
	if at == len(a.parties) {
		a.parties = append(a.parties, org)
	}
	a.known[org] = append(a.known[org], adoption{new, r.number})
	return nil
}

// together are the adoptions of the collective that a party is part of.
func (a *adopting) together(org model.Ref) (out []adoption) {
	p := a.may[org]
	if p.Via.IsZero() || p.Entry == nil {
		return nil
	}
	for _, known := range p.Entry.Adoptions.Pointers() {
		out = append(out, adoption{known, 0})
	}
	return out
}

// agreement is what is known of an agreement so far.
func (im *importer) agreement(ref model.Ref) *adopting {
	if a := im.agreements[ref]; a != nil {
		return a
	}
	rec, _ := im.view.Record(ref)
	a := &adopting{record: rec.(*model.Agreement), known: map[model.Ref][]adoption{}, may: map[model.Ref]registry.PartyAt{}}
	for _, item := range a.record.Parties.Items {
		org := item.V.Organization.V
		if item.Is != model.Given {
			org = model.Ref{}
		}
		a.parties = append(a.parties, org)
		for _, known := range item.V.Adoptions.Pointers() {
			a.known[org] = append(a.known[org], adoption{known, 0})
		}
	}
	parties, _ := im.view.Parties(a.record)
	for _, p := range parties {
		if p.Holds != truth.No {
			a.may[p.Organization] = p
		}
	}
	im.agreements[ref] = a
	return a
}

// adopted reports whether a decision is known already. A row that says otherwise
// of the same decision is refused.
func (r *row) adopted(file string, known []adoption, new *model.Adoption) bool {
	parties, _ := model.Fields(model.AgreementKind).Field("parties")
	field, _ := parties.Map.Field("adoptions")
	for _, k := range known {
		same := k.State.V == new.State.V && (!k.Revision.Given() || !new.Revision.Given() || k.Revision.V == new.Revision.V)
		sameDay := k.Date.Given() && new.Date.Given() && k.Date.V.SameInterval(new.Date.V)
		if !same && !sameDay {
			continue
		}
		ds := differ(model.Tree(field.Map, k.Adoption), model.Tree(field.Map, new))
		if len(ds) > 0 && k.row > 0 {
			r.wrong(ds[0].key, say(saysOther, text.Args{"row": k.row}))
			return false
		}
		r.differs(file, ds, nil)
		return len(ds) == 0
	}
	if new.State.V != model.Pending {
		return false
	}
	for _, k := range known { // who has decided does not wait
		r.wrong("state", r.both(settled, "there", func(w phrase.Writer) string {
			return model.Label("adoption-state", k.State.V, string(w.Lang))
		}))
		return false
	}
	return false
}
