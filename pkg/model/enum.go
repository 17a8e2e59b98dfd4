package model

// Choice is one value of an enumeration with the word a person reads.
type Choice struct {
	ID     Word
	Sv, En string
}

// Values of enumerations that code asks about. The others stand only in the
// table below.
const (
	Framework      Word = "framework"
	PlainAgreement Word = "agreement"
	Supplement     Word = "supplement"
	Contract       Word = "contract"
	Letter         Word = "letter-of-intent"
	Principles     Word = "principles"
	National       Word = "national"

	Region            Word = "region"
	Municipality      Word = "municipality"
	Association       Word = "municipal-association"
	Administration    Word = "administration"
	Body              Word = "body"
	Provider          Word = "provider"
	Collective        Word = "collective"
	Municipal         Word = "municipal"
	Other             Word = "other"
	Public            Word = "public"
	PoliticalSteering Word = "political-steering"
	OfficialSteering  Word = "official-steering"
	ProcessOffice     Word = "process-office"
	ConsultationGroup Word = "consultation"
	JointForum        Word = "joint-forum"
	MunicipalForum    Word = "municipal-forum"

	Chair      Word = "chair"
	ViceChair  Word = "vice-chair"
	SideChair  Word = "side-chair"
	MemberRole Word = "member"
	Substitute Word = "substitute"
	Adjunct    Word = "adjunct"
	Lead       Word = "process-lead"
	CoreRole   Word = "core"
	Node       Word = "node"
	Secretary  Word = "secretary"

	Stated   Word = "stated"
	Inferred Word = "inference"
	Proposed Word = "proposed"
	Decided  Word = "decided"
	Observed Word = "observed"

	Planned      Word = "planned"
	Establishing Word = "establishing"
	Established  Word = "established"
	Active       Word = "active"
	Dormant      Word = "dormant"
	WindingUp    Word = "winding-up"

	Held      Word = "held"
	Cancelled Word = "cancelled"
	Done      Word = "done"

	Adopted      Word = "adopted"
	Rejected     Word = "rejected"
	ReferredBack Word = "referred-back"
	Pending      Word = "pending"
	Withdrawn    Word = "withdrawn"
	AllParties   Word = "all-parties"
)

// enumerations is every closed list of values, in the order people list them.
var enumerations = map[string][]Choice{
	"language":            {{"sv", "svenska", "Swedish"}, {"en", "engelska", "English"}},
	"severity":            {{"error", "fel", "error"}, {"warning", "varning", "warning"}, {"info", "upplysning", "information"}, {"off", "av", "off"}},
	"basis":               {{"stated", "uttryckligt", "stated"}, {"inference", "tolkning", "inference"}},
	"source-type":         {{"report", "rapport", "report"}, {"news", "nyhet", "news"}, {"letter", "brev eller skrivelse", "letter"}, {"protocol", "protokoll", "protocol"}, {"memorandum", "promemoria", "memorandum"}, {"web-page", "webbsida", "web page"}, {"law", "lag", "law"}},
	"counting":            {{"with-supplements", "tilläggen räknas för sig", "supplements counted"}, {"without-supplements", "tilläggen räknas inte för sig", "supplements not counted"}},
	"organization-type":   {{"region", "region", "region"}, {"municipality", "kommun", "municipality"}, {"municipal-association", "kommunförbund", "association of municipalities"}, {"local-federation", "kommunalförbund", "local federation"}, {"administration", "förvaltning", "administration"}, {"body", "beslutande organ", "decision-making body"}, {"provider", "vårdgivare", "care provider"}, {"network", "nätverk", "network"}, {"authority", "myndighet", "authority"}, {"user-organization", "brukarorganisation", "user organization"}, {"legal-person", "juridisk person", "legal person"}, {"collective", "kollektiv", "collective"}},
	"body-type":           {{"full-council", "fullmäktige", "full council"}, {"executive-board", "styrelse", "executive board"}, {"committee", "nämnd", "committee"}},
	"adopting-body":       {{"full-council", "fullmäktige", "full council"}, {"executive-board", "styrelse", "executive board"}, {"committee", "nämnd", "committee"}, {"delegated", "delegerat", "delegated"}},
	"ownership":           {{"public", "offentlig", "public"}, {"private", "privat", "private"}},
	"side":                {{"region", "region", "region"}, {"municipal", "kommun", "municipal"}, {"other", "annan", "other"}},
	"parameter-status":    {{"decided", "beslutad", "decided"}, {"proposed", "föreslagen", "proposed"}, {"observed", "iakttagen", "observed"}},
	"criterion":           {{"terms-of-reference", "uppdragsbeskrivning", "terms of reference"}, {"representation", "representation", "representation"}, {"chair-and-process-lead", "ordförandeskap och processledning", "chair and process lead"}},
	"shown-by":            {{"agreements", "överenskommelser", "agreements"}, {"issues", "utvecklingsfrågor", "issues"}, {"knowledge", "kunskapsstyrning", "knowledge governance"}, {"plan", "plan", "plan"}},
	"matter":              {{"staffing", "bemanning", "staffing"}, {"group-design", "gruppers utformning", "group design"}, {"new-group", "ny grupp", "new group"}, {"closure", "avveckling", "closure"}, {"naming", "namnsättning", "naming"}, {"guideline", "riktlinje", "guideline"}, {"plan", "plan", "plan"}, {"priority", "prioritering", "priority"}, {"adoption", "antagande", "adoption"}, {"recommendation", "rekommendation", "recommendation"}, {"accession", "anslutning", "accession"}, {"knowledge-representative", "representant i kunskapsstyrningen", "knowledge representative"}},
	"agreement-type":      {{"framework", "huvudöverenskommelse", "framework agreement"}, {"agreement", "överenskommelse", "agreement"}, {"supplement", "tilläggsöverenskommelse", "supplement"}, {"contract", "avtal", "contract"}, {"letter-of-intent", "avsiktsförklaring", "letter of intent"}, {"principles", "principer", "principles"}, {"national", "statlig överenskommelse", "national agreement"}},
	"steward-status":      {{"stated", "uttryckligt", "stated"}, {"proposed", "föreslaget", "proposed"}, {"decided", "beslutat", "decided"}},
	"position":            {{"support", "tillstyrker", "support"}, {"changes", "vill ändra", "wants changes"}, {"against", "avstyrker", "against"}},
	"adoption-state":      {{"adopted", "antagen", "adopted"}, {"rejected", "avslagen", "rejected"}, {"referred-back", "återremitterad", "referred back"}, {"pending", "väntar", "pending"}, {"withdrawn", "återtagen", "withdrawn"}},
	"condition":           {{"all-parties", "samtliga parter har antagit", "all parties have adopted"}, {"date", "ett datum", "a date"}, {"decision", "ett beslut", "a decision"}},
	"revision-kind":       {{"revision", "revidering", "revision"}, {"correction", "rättelse", "correction"}},
	"yes-no":              {{"yes", "ja", "yes"}, {"no", "nej", "no"}},
	"deviations-as":       {{"same-as-framework", "som i huvudöverenskommelsen", "as in the framework agreement"}},
	"progress":            {{"planned", "planerad", "planned"}, {"ongoing", "pågår", "ongoing"}, {"done", "klar", "done"}},
	"horizon":             {{"short", "kort sikt", "short term"}, {"long", "lång sikt", "long term"}},
	"area-state":          {{"studied", "utreds", "studied"}, {"pursued", "bedrivs", "pursued"}, {"followed", "följs", "followed"}, {"possible", "möjligt", "possible"}},
	"group-type":          {{"political-steering", "politisk styrgrupp", "political steering group"}, {"official-steering", "tjänstemannastyrgrupp", "official steering group"}, {"process-office", "processledning", "process office"}, {"consultation", "samrådsgrupp", "consultation group"}, {"joint-forum", "gemensamt forum", "joint forum"}, {"municipal-forum", "kommunalt forum", "municipal forum"}, {"working", "arbetsgrupp", "working group"}, {"knowledge", "kunskapsstyrningsgrupp", "knowledge body"}, {"local", "lokal grupp", "local group"}, {"network", "nätverk", "network"}, {"county-cooperation", "länssamarbete", "cooperation between counties"}},
	"knowledge-system":    {{"health-care", "hälso- och sjukvård", "health care"}, {"social-services", "socialtjänst och kommunal hälso- och sjukvård", "social services and municipal health care"}},
	"level":               {{"national", "nationell", "national"}, {"inter-county", "länsövergripande mellan län", "inter-county"}, {"regional", "regional", "regional"}, {"subregional", "delregional", "subregional"}, {"local", "lokal", "local"}},
	"admitted":            {{"provider", "vårdgivare", "care provider"}, {"user-organization", "brukarorganisation", "user organization"}, {"authority", "myndighet", "authority"}},
	"boundary-role":       {{"owner", "ansvarig", "owner"}, {"consulted", "samråds", "consulted"}},
	"terms-status":        {{"current", "aktuellt", "current"}, {"outdated", "inaktuellt", "outdated"}},
	"seat-role":           {{"chair", "ordförande", "chair"}, {"vice-chair", "vice ordförande", "vice chair"}, {"side-chair", "ordförande för sin sida", "chair of one side"}, {"member", "ledamot", "member"}, {"substitute", "ersättare", "substitute"}, {"adjunct", "adjungerad", "adjunct"}, {"process-lead", "processledare", "process lead"}, {"core", "kärna", "core"}, {"node", "nod", "node"}, {"secretary", "sekreterare", "secretary"}},
	"chair-model":         {{"fixed", "fast", "fixed"}, {"alternating", "växlande", "alternating"}, {"shared", "delat", "shared"}, {"self-elected", "väljs av gruppen", "elected by the group"}, {"unclear", "oklart", "unclear"}},
	"chair-per":           {{"meeting", "möte", "meeting"}, {"year", "år", "year"}},
	"secretariat-status":  {{"active", "i gång", "active"}, {"irregular", "oregelbundet", "irregular"}, {"stopped", "avstannat", "stopped"}},
	"knowledge-kind":      {{"NPO", "nationellt programområde (NPO)", "national programme area (NPO)"}, {"RPO", "regionalt programområde (RPO)", "regional programme area (RPO)"}, {"NAG", "nationell arbetsgrupp (NAG)", "national working group (NAG)"}, {"RAG", "regional arbetsgrupp (RAG)", "regional working group (RAG)"}},
	"knowledge-link":      {{"structural", "strukturell", "structural"}, {"personal", "personkoppling", "personal"}, {"regular-contact", "regelbundna avstämningar", "regular contact"}},
	"responsibility-kind": {{"agreement", "överenskommelse", "agreement"}, {"area", "ansvarsområde", "area"}, {"funding", "medel", "funding"}, {"approval", "godkännande", "approval"}, {"coordination", "samordning", "coordination"}, {"local", "lokala grupper", "local groups"}},
	"receiver-role":       {{"owner", "ansvarig", "owner"}, {"co-owner", "delansvarig", "co-owner"}, {"consulted", "samråds", "consulted"}},
	"group-status":        {{"proposed", "föreslagen", "proposed"}, {"planned", "planerad", "planned"}, {"establishing", "under etablering", "being established"}, {"established", "etablerad", "established"}, {"active", "aktiv", "active"}, {"dormant", "vilande", "dormant"}, {"winding-up", "under avveckling", "winding up"}},
	"representative-type": {{"elected", "förtroendevald", "elected"}, {"official", "tjänsteperson", "official"}, {"user", "brukarföreträdare", "user representative"}, {"provider", "vårdgivare", "care provider"}},
	"meeting-status":      {{"planned", "planerat", "planned"}, {"held", "hållet", "held"}, {"cancelled", "inställt", "cancelled"}},
	"agenda-type":         {{"decision", "beslut", "decision"}, {"information", "information", "information"}, {"discussion", "diskussion", "discussion"}},
	"decision-state":      {{"proposed", "föreslaget", "proposed"}, {"decided", "beslutat", "decided"}, {"rejected", "avslaget", "rejected"}, {"tabled", "bordlagt", "tabled"}, {"referred-back", "återremitterat", "referred back"}},
	"issue-state":         {{"captured", "fångad", "captured"}, {"prepared", "beredd", "prepared"}, {"prioritised", "prioriterad", "prioritised"}, {"driven", "drivs", "driven"}, {"done", "klar", "done"}, {"dropped", "nedlagd", "dropped"}},
	"plan-type":           {{"annual", "årsplan", "annual plan"}, {"action", "handlingsplan", "action plan"}, {"priorities", "prioriteringar", "priorities"}, {"goals", "mål", "goals"}},
}

// Enumeration returns the values of a closed list, in the order people list
// them; nil for a name that is not one.
func Enumeration(name string) []Choice { return enumerations[name] }

// Label returns what a person reads for a value of an enumeration, or the
// value itself where it is not one.
func Label(enumeration string, w Word, lang string) string {
	for _, c := range enumerations[enumeration] {
		if c.ID == w {
			if lang == "en" {
				return c.En
			}
			return c.Sv
		}
	}
	return string(w)
}
