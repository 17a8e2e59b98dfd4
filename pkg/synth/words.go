package synth

// The words below are common ones, put together at random. Whatever they seem
// to say of a person or a place is made up. The 26 municipalities are the
// exception: the rule about municipality codes knows the names of county 01
// only, so a registry in which that rule has something to decide needs them.

type term struct{ id, sv, en string }

type municipality struct{ code, id, name string }

// homeMunicipalities are the municipalities of county 01, grouped by the
// subregions of this synthetic county, which are not those of the real one.
var homeMunicipalities = [][]municipality{
	{{"0180", "stockholm", "Stockholm"}, {"0183", "sundbyberg", "Sundbyberg"}, {"0184", "solna", "Solna"}, {"0186", "lidingo", "Lidingö"}, {"0182", "nacka", "Nacka"}, {"0120", "varmdo", "Värmdö"}},
	{{"0114", "upplands-vasby", "Upplands Väsby"}, {"0123", "jarfalla", "Järfälla"}, {"0125", "ekero", "Ekerö"}, {"0139", "upplands-bro", "Upplands-Bro"}, {"0163", "sollentuna", "Sollentuna"}, {"0191", "sigtuna", "Sigtuna"}},
	{{"0115", "vallentuna", "Vallentuna"}, {"0117", "osteraker", "Österåker"}, {"0160", "taby", "Täby"}, {"0162", "danderyd", "Danderyd"}, {"0187", "vaxholm", "Vaxholm"}, {"0188", "norrtalje", "Norrtälje"}},
	{{"0126", "huddinge", "Huddinge"}, {"0127", "botkyrka", "Botkyrka"}, {"0128", "salem", "Salem"}, {"0136", "haninge", "Haninge"}, {"0138", "tyreso", "Tyresö"}, {"0140", "nykvarn", "Nykvarn"}, {"0181", "sodertalje", "Södertälje"}, {"0192", "nynashamn", "Nynäshamn"}},
}

var subregions = []term{
	{"centrala", "Centrala länet", "The centre of the county"},
	{"nordvastra", "Nordvästra länet", "The north-west of the county"},
	{"nordostra", "Nordöstra länet", "The north-east of the county"},
	{"sodra", "Södra länet", "The south of the county"},
}

// consultationAreas have a consultation group each; forumAreas are what the
// joint forums are about.
var consultationAreas = []term{
	{"barn-unga", "Barn och ungas hälsa", "Health of children and young people"},
	{"aldre", "Äldres hälsa", "Health of older people"},
	{"psykisk-halsa", "Psykisk hälsa och beroende", "Mental health and addiction"},
	{"digitalisering", "Digitalisering", "Digitalisation"},
	{"funktionsnedsattning", "Hälsa vid funktionsnedsättning", "Health of persons with disabilities"},
}

var forumAreas = []term{
	{"hjalpmedel", "Hjälpmedel", "Assistive devices"},
	{"rehabilitering", "Rehabilitering", "Rehabilitation"},
	{"palliativ-vard", "Palliativ vård", "Palliative care"},
	{"utskrivning", "Utskrivning från slutenvård", "Discharge from inpatient care"},
	{"tandvard", "Uppsökande tandvård", "Outreach dental care"},
	{"egenvard", "Egenvård", "Self-care"},
	{"forebyggande", "Förebyggande arbete", "Prevention"},
	{"lakemedel", "Läkemedel", "Medicines"},
}

var targetGroups = []term{
	{"barn-och-unga", "Barn och unga", "Children and young people"},
	{"aldre-personer", "Äldre personer", "Older persons"},
	{"psykisk-ohalsa", "Personer med psykisk ohälsa", "Persons with mental ill-health"},
	{"befolkningen", "Befolkningen", "The population"},
	{"personer-funktionsnedsattning", "Personer med funktionsnedsättning", "Persons with disabilities"},
	{"narstaende", "Närstående", "Relatives"},
	{"hemsjukvard", "Personer med hemsjukvård", "Persons with home health care"},
}

var purposes = []term{
	{"overenskommelser", "Förvalta överenskommelser", "Manage agreements"},
	{"utvecklingsfragor", "Identifiera utvecklingsfrågor", "Identify development issues"},
	{"kunskapsstyrning", "Vara arena för kunskapsstyrning", "Be an arena of knowledge governance"},
	{"nara-vard", "Bidra till nära vård", "Contribute to care close to home"},
}

var purposeShownBy = []string{"agreements", "issues", "knowledge", "plan"}

var duties = []term{
	{"arsplanering", "Sammanhållande årsplanering", "Annual planning"},
	{"uppfoljning", "Sammanhållande uppföljning", "Follow-up"},
	{"beredning", "Beredning av underlag", "Preparation of matters"},
	{"bemanning", "Förslag till uppdrag och bemanning", "Proposals of assignments and staffing"},
	{"samordning", "Samordning av uppdragen", "Co-ordination of assignments"},
}

var knowledgeAreas = []term{
	{"riktlinjer", "Riktlinjer och rutiner", "Guidelines and routines"},
	{"kunskapsstod", "Metod- och kunskapsstöd", "Method and knowledge support"},
	{"analys", "Uppföljning och analys", "Follow-up and analysis"},
	{"verksamhetsutveckling", "Stöd till verksamhetsutveckling", "Support of development"},
	{"ledarskap", "Stöd till ledarskapsutveckling", "Support of leadership"},
}

var reviewPurposes = []term{
	{"anpassa", "Anpassa till huvudöverenskommelsen", "Adapt to the framework agreement"},
	{"forenkla", "Förenkla", "Simplify"},
	{"samordna", "Samordna", "Co-ordinate"},
	{"aktualisera", "Aktualisera", "Bring up to date"},
}

var directions = []term{
	{"nationell-reform", "Nationell reform", "National reform"},
	{"regional-analys", "Regional analys", "Regional analysis"},
	{"lokalt-behov", "Lokalt behov", "Local need"},
	{"brukares-erfarenhet", "Brukares erfarenhet", "Experience of users"},
}

var criteria = []term{
	{"nytta", "Nytta för invånarna", "Benefit for the inhabitants"},
	{"skala", "Vinst av större skala", "Gain of a larger scale"},
}

var functions = []term{
	{"socialtjanst", "Socialtjänst", "Social services"},
	{"omsorg", "Vård och omsorg", "Care"},
	{"skola", "Skola och elevhälsa", "School and student health"},
	{"primarvard", "Primärvård", "Primary care"},
	{"psykiatri", "Psykiatri", "Psychiatry"},
}

var boundaryAreas = []term{
	{"stod-och-service", "Stöd och service", "Support and service"},
	{"socialpsykiatri", "Socialpsykiatri", "Social psychiatry"},
}

// requirement is a law's demand for an agreement, with the consultation group
// that has it.
type requirement struct {
	term
	act, sfs, provision string
	from                day
	area                int
}

var requirements = []requirement{
	{term{"krav-aldre", "Överenskommelse om äldre", "Agreement on older people"}, "Lag om samverkan vid äldres vård (påhittad)", "2016:9901", "3 kap. 2 §", date(2016, 1, 1), 1},
	{term{"krav-psykisk-halsa", "Överenskommelse om psykisk hälsa", "Agreement on mental health"}, "Lag om samverkan vid psykisk ohälsa (påhittad)", "2014:9902", "5 kap. 1 §", date(2014, 7, 1), 2},
	{term{"krav-digital", "Överenskommelse om digitala möten", "Agreement on digital meetings"}, "Lag om digitala vårdmöten (påhittad)", "2022:9904", "4 kap. 3 §", date(2023, 1, 1), 3},
	{term{"krav-barn", "Överenskommelse om barn och unga", "Agreement on children"}, "Lag om samverkan kring barn (påhittad)", "2017:9903", "2 kap. 4 §", date(2017, 4, 15), 0},
}

var counties = []string{
	"Mälarvik", "Norrvik", "Granfors", "Bergslund", "Åsmark", "Sundfors", "Almdal", "Kallmark", "Ekhult", "Lövnäs", "Stenmark",
	"Forsdal", "Havsnäs", "Klintdal", "Mosjö", "Ryssbo", "Tallmark", "Uddfors", "Vikdal", "Ymsjö", "Ängsdal",
}

var (
	placeFirst = []string{"Björk", "Lind", "Ask", "Alm", "Hassel", "Sten", "Berg", "Söder", "Öster", "Väster", "Norr", "Gran", "Tall", "Lund", "Ek", "Vik", "Sund", "Ås", "Kvarn", "Hag"}
	placeLast  = []string{"torp", "berga", "vik", "hamn", "stad", "ryd", "köping", "sjö", "holm", "näs", "fors", "tuna", "by", "lösa"}

	firstNames = []string{"Alva", "Anders", "Anna", "Arvid", "Astrid", "Axel", "Birgitta", "Britta", "Carin", "Dag", "Ebba", "Edit", "Einar", "Elin", "Elsa", "Emil", "Erik", "Ester", "Eva", "Fatima", "Frida", "Gerd", "Greta", "Gustav", "Hanna", "Helge", "Hilda", "Hugo", "Ida", "Inger", "Ingrid", "Ivar", "Jakob", "Johan", "Karin", "Kerstin", "Klara", "Lars", "Leila", "Lena", "Linnea", "Lisa", "Maja", "Malin", "Märta", "Mats", "Moa", "Nils", "Olga", "Olle", "Oskar", "Per", "Ragnar", "Rut", "Samir", "Sara", "Signe", "Sixten", "Sofia", "Stina", "Sven", "Tage", "Tove", "Tyra", "Ulla", "Vera", "Viktor", "Yusuf", "Åsa", "Örjan"}
	surFirst   = []string{"Alm", "Ask", "Berg", "Björk", "Blom", "Bäck", "Dahl", "Ek", "Fors", "Grahn", "Hag", "Hall", "Hammar", "Hed", "Holm", "Kvist", "Lilje", "Lind", "Lund", "Löv", "Mal", "Mark", "Nord", "Ny", "Ros", "Rud", "Sjö", "Sand", "Skog", "Sten", "Strand", "Ström", "Sund", "Söder", "Tall", "Törn", "Wall", "Vester", "Wik", "Öst"}
	surLast    = []string{"berg", "blad", "borg", "by", "dal", "fors", "gren", "holm", "kvist", "man", "mark", "qvist", "ryd", "stedt", "stig", "strand", "ström", "vall", "vik", "ås"}

	officialTitles = []string{"Verksamhetschef", "Avdelningschef", "Socialchef", "Utvecklingsledare", "Strateg", "Enhetschef", "Förvaltningschef", "Samordnare"}
	electedTitles  = []string{"Regionråd", "Kommunalråd", "Ledamot i fullmäktige", "Ordförande i nämnden"}
	places         = []string{"Regionhuset, sal 2", "Kommunförbundets lokaler", "Digitalt möte", "Stadshuset", "Konferenslokalen vid torget"}

	agendaTopics = []string{
		"Uppföljning av föregående mötes beslut", "Lägesrapport från arbetsgrupperna", "Årsplanens aktiviteter",
		"Information från kunskapsstyrningen", "Avvikelser under perioden", "Brukarnas synpunkter", "Lokala gruppers rapport",
		"Resultat av senaste uppföljningen", "Kommande revidering av överenskommelsen", "Ny lagstiftning", "Gemensam utbildning",
	}
	activityTopics = []string{
		"Revidera rutinen för samordnad planering", "Genomföra gemensam utbildningsdag", "Följa upp avvikelser",
		"Inventera lokala samverkansformer", "Ta fram informationsmaterial", "Pröva gemensam checklista",
		"Samla in brukares synpunkter", "Redovisa indikatorer", "Uppdatera kontaktvägar",
	}
	issueTopics = []string{
		"Informationsöverföring mellan huvudmän", "Gemensam läkemedelsgenomgång", "Samordnad individuell plan för fler",
		"Övergången från barn- till vuxeninsatser", "Digital tillgång till planer", "Rehabilitering i hemmet",
		"Stöd till närstående", "Tidiga insatser vid ohälsa", "Vård i livets slut på boenden", "Uppsökande arbete på landsbygden",
		"Kompetens i den kommunala hälso- och sjukvården", "Ansvar för hjälpmedel vid flytt",
	}
	assignments = []string{
		"Ta fram förslag till gemensam rutin och redovisa det för uppdragsgivaren.",
		"Pröva en arbetsmodell i två kommuner och beskriva resultatet.",
		"Kartlägga behovet av kompetens och föreslå en gemensam plan.",
	}
	indicators = []term{
		{"planer", "Upprättade samordnade planer", "planer"}, {"dagar", "Väntetid till insats", "dagar"},
		{"nojdhet", "Nöjdhet hos brukare", "procent"}, {"aterinskrivning", "Återinskrivningar inom 30 dagar", "procent"},
		{"utbildade", "Personal som gått utbildningen", "personer"},
	}
	deviationCategories = []string{"Sen underrättelse", "Otydlig ansvarsfördelning", "Bristande dokumentation", "Utebliven återkoppling"}
	remarks             = []string{
		"Underlaget skickades ut en vecka i förväg och har inte ändrats sedan dess.",
		"Källan nämner också frågan om gemensam utbildning, som tas upp längre fram.",
		"Vilka som berörs lokalt framgår inte, men de lokala grupperna ska tillfrågas.",
		"Parterna var överens om inriktningen. Ordalydelsen följer protokollet.",
		"Uppgiften är kontrollerad mot årsrapporten, som säger detsamma med andra ord.",
		"Sekretariatet håller ihop det fortsatta arbetet och återkommer med en tidplan.",
		"Brukarnas erfarenheter redovisas för sig och ingår inte här.",
		"Ingen ytterligare finansiering behövs enligt underlaget.",
		"Förslaget bygger på erfarenheter från två kommuner och en vårdcentral.",
		"Frågan följs upp i samband med nästa årsplan.",
		"Regionens och kommunernas företrädare lämnade var sin lägesbeskrivning.",
		"Stavningen är källans egen; namnen är i övrigt skrivna som i registret.",
	}
)
