package synth

// cooperation makes a letter of intent between the first counties, the group
// that works under it, and the accession of one more county.
func (w *world) cooperation() {
	if len(w.counties) < 3 {
		return
	}
	c := w.home
	g := w.group(&group{
		id: "lanssamverkan", name: "Samverkan mellan länen", typ: "county-cooperation", level: "inter-county", county: c, began: date(2023, 1, 1),
		history: []milestone{{"active", date(2023, 1, 1), nil}},
		areas:   []string{"forebyggande"}, targets: []target{{group: "befolkningen", all: true}},
	})
	for _, other := range w.counties[:3] {
		w.fill(g, w.seat(g, "member", other.region), "official", nil)
	}
	a := w.newAgreement(c, g, "Avsiktsförklaring om samverkan mellan länen", date(2022, 11, 9))
	a.id, a.typ, a.framework, a.parties, a.named = "avsiktsforklaring-lanen", "letter-of-intent", nil, regions, ""
	a.doc.id, a.doc.dated = "dokument-"+a.id, date(2023, 2, 1)
	for i, other := range w.counties[:3] {
		a.signatories = append(a.signatories, signatory{other.region, []string{"Regiondirektören", "Ordföranden i fullmäktige", "Regiondirektören"}[i]})
	}
	if len(w.counties) < 4 {
		return
	}
	a.acceding, a.accession = w.counties[3].region, date(2024, 9, 1)
	for i, other := range w.counties[:4] {
		on := date(2024, 3+i, 12)
		d := w.record(&decision{
			id: "anslutning-" + other.slug, title: "Anslutning av " + a.acceding.names[1].name, state: "decided", body: other.council.ref(), on: on,
			concerns: []string{"agreement/" + a.id},
			cites:    []cite{{source: w.report(c, 2024), section: "5"}},
		})
		a.consents = append(a.consents, consent{other.region, d})
	}
}
