package synth

import "fmt"

type org struct {
	id, name, short, typ, side string
	bodyType, ownership, code  string
	elsewhere                  bool // a municipality of another county
	subregion, partOf          string
	ofMunicipalities           string // county code of a collective by condition
	names                      []nameSpan
	aliases                    []string
	members                    []*org
	replaces                   *org
	ended                      day
	note                       string
	cites                      []cite
	unseated                   bool // a municipality that nobody speaks for in a joint forum
	free                       bool // no other record depends on it
	county                     *county
	officials                  []*person // who may take a further seat
}

// nameSpan is a name during a time.
type nameSpan struct {
	name, short string
	from, until day
	decision    *decision
}

// county is a county with its region and municipalities. The first is the home
// county of the registry: the one that vis.yaml is about.
type county struct {
	index                                 int
	name, slug                            string
	region, association, administration   *org
	committee, council, board, collective *org
	municipalities                        []*org
	bySubregion                           [][]*org
	framework                             *agreement
	web                                   *source
	rules                                 *source // how the forums work: who is in the chair when
	reports                               [12]*source
	forums, locals                        []*group
	rss                                   *group
	extras                                int // organizations beyond those every county has
}

func (c *county) regionName(on day) string {
	for _, n := range c.region.names {
		if within(on, n.from, n.until) {
			return n.name
		}
	}
	return c.region.name
}

func (w *world) org(o *org) *org {
	w.cost()
	w.organizations = append(w.organizations, o)
	return o
}

// place is a made-up name of a municipality outside the home county.
func (w *world) place(i int) string {
	i += w.placeFrom
	n := len(placeFirst) * len(placeLast)
	name := placeFirst[i%len(placeFirst)] + placeLast[i/len(placeFirst)%len(placeLast)]
	if i >= n {
		name += fmt.Sprintf(" %d", 1+i/n)
	}
	return name
}

// newCounty makes a county with the organizations that each has.
func (w *world) newCounty() *county {
	c := &county{index: len(w.counties), name: counties[len(w.counties)]}
	c.slug = slug(c.name)
	w.counties = append(w.counties, c)
	c.web = w.web(c.slug, "Så samverkar vi i "+c.name, "Kommunförbundet "+c.name)
	c.rules = w.source(&source{id: "arbetsordning-" + c.slug, title: "Arbetsordning för forumen i " + c.name, typ: "memorandum", publisher: "Kommunförbundet " + c.name, dated: date(2024, 8, 1), version: "2.0"})
	cites := []cite{{source: c.web}}
	add := func(o *org) *org {
		o.county, o.cites = c, append(o.cites, cites...)
		return w.org(o)
	}
	c.region = add(&org{id: "region-" + c.slug, typ: "region", side: "region", names: []nameSpan{
		{name: c.name + "s läns landsting", until: date(2018, 12, 31)},
		{name: "Region " + c.name, short: "Regionen i " + c.name, from: date(2019, 1, 1)},
	}, note: "Samma juridiska person under två namn."})
	if c.index == 0 {
		c.region.code = "01"
	}
	c.association = add(&org{id: "kommunforbundet-" + c.slug, name: "Kommunförbundet " + c.name, short: "Förbundet i " + c.name, typ: "municipal-association", side: "municipal",
		note: "Förhandlar och rekommenderar, men är inte part."})
	c.administration = add(&org{id: "halsoforvaltningen-" + c.slug, name: "Hälsoförvaltningen i " + c.name, typ: "administration", side: "region", partOf: c.region.id})
	c.committee = add(&org{id: "halsonamnden-" + c.slug, name: "Hälsonämnden i " + c.name, typ: "body", bodyType: "committee", side: "region", partOf: c.region.id})
	c.council = add(&org{id: "regionfullmaktige-" + c.slug, name: "Regionfullmäktige i " + c.name, typ: "body", bodyType: "full-council", side: "region", partOf: c.region.id})
	c.board = add(&org{id: "forbundsstyrelsen-" + c.slug, name: "Förbundsstyrelsen i " + c.name, typ: "body", bodyType: "executive-board", side: "municipal", partOf: c.association.id})
	add(&org{id: "brukarrad-" + c.slug, name: "Brukarföreningen i " + c.name, typ: "user-organization", side: "other", free: true})
	add(&org{id: "vardbolaget-" + c.slug, name: "Vårdbolaget " + c.name, typ: "provider", ownership: "private", side: "region", free: true})
	add(&org{id: "sjukvardsomrade-" + c.slug, name: "Sjukvårdsområdet i " + c.name, typ: "provider", ownership: "public", side: "region", partOf: c.region.id, free: true})
	old := add(&org{id: "vardforbundet-" + c.slug, name: "Vårdförbundet i " + c.name, typ: "local-federation", side: "municipal", ended: date(2020, 12, 31)})
	add(&org{id: "omsorgsforbundet-" + c.slug, names: []nameSpan{{name: "Omsorgsförbundet i " + c.name, from: date(2021, 1, 1)}}, typ: "local-federation", side: "municipal", replaces: old, free: true,
		note: "En ny juridisk person, som tog över efter den förra."})
	if c.index == 0 {
		w.home = c
		w.homeCounty(c, add)
	} else {
		w.otherCounty(c, add)
	}
	return c
}

func (w *world) homeCounty(c *county, add func(*org) *org) {
	for i, list := range homeMunicipalities {
		var here []*org
		for _, m := range list {
			o := add(&org{id: m.id, name: m.name, typ: "municipality", side: "municipal", code: m.code, subregion: subregions[i].id,
				cites: []cite{{source: w.code, of: []string{"name", "code"}}}})
			c.municipalities, here = append(c.municipalities, o), append(here, o)
		}
		here[len(here)-1].unseated = true
		c.bySubregion = append(c.bySubregion, here)
	}
	c.collective = add(&org{id: "kommunerna-" + c.slug, name: "Kommunerna i " + c.name, typ: "collective", side: "municipal", ofMunicipalities: "01",
		aliases: []string{c.name + "s samtliga kommuner"}})
}

func (w *world) otherCounty(c *county, add func(*org) *org) {
	n := w.between(5, 9)
	for range n {
		place := w.place(w.municipalitiesElsewhere())
		c.municipalities = append(c.municipalities, add(&org{id: "kommun-" + slug(place), name: place, typ: "municipality", side: "municipal", elsewhere: true}))
	}
	c.bySubregion = [][]*org{c.municipalities}
	c.collective = add(&org{id: "kommunerna-" + c.slug, name: "Kommunerna i " + c.name, typ: "collective", side: "municipal", members: c.municipalities,
		aliases: []string{c.name + "s samtliga kommuner"}})
}

func (w *world) municipalitiesElsewhere() int {
	n := 0
	for _, c := range w.counties[1:] {
		n += len(c.municipalities)
	}
	return n
}

// moreOrganizations adds an administration of a municipality or a care
// provider to a county.
func (w *world) moreOrganizations(c *county) *org {
	i := c.extras
	c.extras++
	m := c.municipalities[i/3%len(c.municipalities)]
	round := i / 3 / len(c.municipalities)
	o := &org{county: c, cites: []cite{{source: c.web}}, free: true}
	suffix, ordinal := "", ""
	if round > 0 {
		suffix, ordinal = fmt.Sprintf("-%d", round+1), fmt.Sprintf(" %d", round+1)
	}
	switch i % 3 {
	case 0:
		o.id, o.name, o.typ, o.side, o.partOf = "socialforvaltningen-"+m.id+suffix, "Socialförvaltningen i "+m.name+ordinal, "administration", "municipal", m.id
	case 1:
		o.id, o.name, o.typ, o.side, o.ownership = "vardcentral-"+m.id+suffix, "Vårdcentralen i "+m.name+ordinal, "provider", "region", "private"
	default:
		o.id, o.name, o.typ, o.side, o.bodyType, o.partOf = "socialnamnden-"+m.id+suffix, "Socialnämnden i "+m.name+ordinal, "body", "municipal", "committee", m.id
	}
	return w.org(o)
}

func (o *org) write(p *page) {
	if len(o.names) > 0 {
		p.names(o.names)
	} else {
		p.text("name", o.name)
		p.text("short_name", o.short)
	}
	p.raw("type", o.typ)
	p.word("body_type", o.bodyType)
	p.word("ownership", o.ownership)
	p.word("side", o.side)
	p.quoted("code", o.code)
	if o.elsewhere {
		for _, key := range []string{"code", "subregion"} {
			p.in(key, func() {
				p.raw("is", "not-applicable")
				p.raw("reason", "Kommunen är påhittad och hör till ett annat län.")
			})
		}
	}
	p.word("subregion", o.subregion)
	p.word("part_of", o.partOf)
	entries(p, "members", o.members, func(_ int, m *org) {
		p.raw("organization", m.id)
		p.day("from", structureFrom)
	})
	if o.ofMunicipalities != "" {
		p.in("of", func() {
			p.raw("type", "municipality")
			p.quoted("county", o.ofMunicipalities)
		})
	}
	p.list("aliases", o.aliases)
	if o.replaces != nil {
		p.ids("replaces", []string{o.replaces.id})
	}
	if o.ended != 0 {
		p.in("ended", func() {
			p.day("date", o.ended)
			p.raw("reason", "Verksamheten gick upp i en ny juridisk person.")
		})
	}
	p.sources(o.cites...)
	if o.note != "" {
		p.text("note", o.note)
	} else {
		p.block("note", remark(o.id, 2))
	}
}

// names writes the names of a record over time.
func (p *page) names(names []nameSpan) {
	entries(p, "names", names, func(_ int, n nameSpan) {
		p.text("name", n.name)
		p.text("short_name", n.short)
		p.day("from", n.from)
		p.day("until", n.until)
		p.decision("decision", n.decision)
	})
}

// list writes a list of texts, and nothing for an empty one.
func (p *page) list(key string, texts []string) {
	if len(texts) == 0 {
		return
	}
	p.in(key, func() {
		for _, t := range texts {
			p.entry(t)
		}
	})
}
