package synth

import "slices"

// cooperation makes letters of intent with accessions: one within the home
// county, and one between the first counties, with the group that works under it.
func (w *world) cooperation() {
	home := w.home.municipalities
	a := w.letter(w.apex, "avsiktsforklaring-forebyggande", "Avsiktsförklaring om förebyggande arbete", date(2022, 10, 12), w.home.region, home[0], home[1])
	w.accede(a, home[2], date(2024, 9, 1), func(o *org) string {
		if o == w.home.region {
			return w.home.council.ref()
		}
		return o.ref()
	})
	if len(w.counties) < 3 {
		return
	}
	g := w.group(&group{
		id: "lanssamverkan", name: "Samverkan mellan länen", typ: "county-cooperation", level: "inter-county", county: w.home, began: date(2023, 1, 1),
		history: []milestone{{"active", date(2023, 1, 1), nil}},
		areas:   []string{"forebyggande"}, targets: []target{{group: "befolkningen", all: true}},
	})
	var parties []*org
	for _, other := range w.counties[:3] {
		w.fill(g, w.seat(g, "member", other.region), "official", nil)
		parties = append(parties, other.region)
	}
	a = w.letter(g, "avsiktsforklaring-lanen", "Avsiktsförklaring om samverkan mellan länen", date(2022, 11, 9), parties...)
	if len(w.counties) > 3 {
		w.accede(a, w.counties[3].region, date(2024, 9, 1), func(o *org) string { return o.county.council.ref() })
	}
}

// letter makes a letter of intent that each of some organizations has signed.
func (w *world) letter(owner *group, id, title string, signed day, parties ...*org) *agreement {
	a := w.newAgreement(w.home, owner, title, signed)
	a.id, a.typ, a.framework, a.parties, a.named = id, "letter-of-intent", nil, oneEach, ""
	a.doc.id, a.doc.dated = "dokument-"+a.id, date(2023, 2, 1)
	for i, o := range parties {
		a.signatories = append(a.signatories, signatory{o, []string{"Direktören", "Ordföranden i fullmäktige", "Direktören"}[i]})
	}
	return a
}

// accede makes one more organization join those that have signed a letter of
// intent, by the decision of each of them and its own.
func (w *world) accede(a *agreement, acceding *org, from day, body func(*org) string) {
	a.acceding, a.accession = acceding, from
	for i, s := range append(slices.Clone(a.signatories), signatory{org: acceding}) {
		d := w.record(&decision{
			id: "anslutning-" + acceding.id + "-" + s.org.id, title: "Anslutning av ännu en part till avsiktsförklaringen", state: "decided", matter: "accession",
			body: body(s.org), on: date(2024, 3+i, 12), concerns: []string{"agreement/" + a.id, acceding.ref()},
			cites: []cite{{source: w.report(w.home, 2024), section: "5"}},
		})
		a.consents = append(a.consents, consent{s.org, d})
	}
}

// hasAreas reports whether an agreement names areas of cooperation: the
// framework agreements and the letters of intent do.
func (a *agreement) hasAreas() bool { return a.typ == "letter-of-intent" || a.typ == "framework" }

func (a *agreement) writeAreas(p *page) {
	p.in("areas", func() {
		for i, t := range forumAreas[:3] {
			p.item(func() {
				p.raw("id", t.id)
				p.text("name", t.sv)
				p.ids("criteria", []string{criteria[i%2].id})
				p.raw("horizon", []string{"short", "long"}[i%2])
				p.raw("state", "pursued")
				p.day("from", a.agreed)
			})
		}
	})
}
