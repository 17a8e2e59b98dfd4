package model

import "github.com/vis-samverkan/vis/pkg/edtf"

// Group is a forum or another group of the cooperation
// (W3C ORG org:OrganizationalCollaboration; grupp).
type Group struct {
	Named            `k:"+"`
	Type             Val[Word]            `k:"type" enum:"group-type" must:"1" sv:"slags grupp" en:"type of group"`
	Level            Val[Word]            `k:"level" enum:"level" sv:"nivå" en:"level"`
	System           Val[Word]            `k:"system" enum:"knowledge-system" sv:"kunskapsstyrningssystem" en:"system of knowledge governance"`
	Scope            List[Term]           `k:"scope" term:"scopes" one:"avgränsning som räknar gruppen|scope that counts the group" sv:"avgränsningar som räknar gruppen" en:"scopes that count the group"`
	ReportsTo        List[Reporting]      `k:"reports_to" one:"rapporterar till|reports to" sv:"rapporterar till" en:"reports to"`
	Subregional      Val[bool]            `k:"subregional" sv:"om delregionerna är företrädda" en:"whether it represents subregions"`
	BasedOn          List[Ref]            `k:"based_on" ref:"agreement" one:"överenskommelse den vilar på|agreement it rests on" sv:"överenskommelser den vilar på utan att ansvara" en:"agreements it rests on without being responsible"`
	ContactPage      Val[URL]             `k:"contact_page" sv:"webbsida för kontakt" en:"web page for contact"`
	Admits           List[Word]           `k:"admits" enum:"admitted" one:"vem utöver parterna som har plats|who else than parties may have a seat" sv:"vilka utöver parterna som har plats" en:"who else than parties may have seats"`
	SubjectAreas     List[Term]           `k:"subject_areas" term:"subject_areas" one:"sakområde|subject area" sv:"sakområden" en:"subject areas"`
	Decides          List[Power]          `k:"decides" one:"vad gruppen beslutar|what the group decides" sv:"vad gruppen beslutar" en:"what the group decides"`
	Boundaries       List[Boundary]       `k:"boundaries" one:"gränsområde|boundary area" sv:"gränsområden" en:"boundary areas"`
	Links            List[Link]           `k:"links" one:"koppling|link" sv:"kopplingar till andra nivåer" en:"links to other levels"`
	CommissionedBy   Val[Ref]             `k:"commissioned_by" ref:"organization group" sv:"uppdragsgivare" en:"commissioned by"`
	Assignment       Val[Text]            `k:"assignment" sv:"uppdrag för en arbetsgrupp" en:"assignment of a working group"`
	Ends             List[Deadline]       `k:"ends" one:"ska vara klar|is to end" sv:"när arbetsgruppen ska vara klar" en:"when the working group is to end"`
	TargetGroups     List[Target]         `k:"target_groups" one:"målgrupp|target group" sv:"målgrupp" en:"target groups"`
	TermsOfReference Val[Terms]           `k:"terms_of_reference" sv:"uppdrag" en:"terms of reference"`
	Seats            List[Seat]           `k:"seats" one:"plats|seat" sv:"platser (deltagare)" en:"seats (participants)"`
	Structure        Val[Structure]       `k:"structure" sv:"struktur" en:"structure"`
	Secretariat      Val[Secretariat]     `k:"secretariat" sv:"sekretariat" en:"secretariat"`
	Plans            Val[Said]            `k:"plans" sv:"none om årsplan saknas, unknown om det inte är känt" en:"none if there is no plan, unknown if it is not known"`
	Agreements       Val[Said]            `k:"agreements" sv:"none om överenskommelse saknas, unknown om det inte är känt" en:"none if there is no agreement, unknown if it is not known"`
	Communication    List[Communication]  `k:"communication" one:"kommunikation|communication" sv:"kommunikation" en:"communication"`
	LocalGroups      Val[LocalGroups]     `k:"local_groups" sv:"lokala grupper" en:"local groups"`
	Knowledge        List[KnowledgeLink]  `k:"knowledge" one:"koppling till kunskapsstyrning|link to knowledge governance" sv:"koppling till kunskapsstyrning" en:"link to knowledge governance"`
	Responsibilities List[Responsibility] `k:"responsibilities" one:"ansvar|responsibility" sv:"ansvar som måste tas över innan gruppen avvecklas" en:"what must have a receiver before the group closes"`
	Establishment    Val[Establishment]   `k:"establishment" sv:"etablering" en:"establishment"`
	History          List[Milestone]      `k:"history" one:"läge|status" sv:"gruppens lägen över tid" en:"statuses over time"`
	Complete         Val[CompleteGroup]   `k:"complete" sv:"till och med vilken dag listorna är fullständiga" en:"until which day the lists are complete"`
	Common           `k:"+"`
}

// CompleteGroup says until which day a group's lists are all there is.
type CompleteGroup struct {
	Seats            Val[edtf.Date] `k:"seats" sv:"platser" en:"seats"`
	Memberships      Val[edtf.Date] `k:"memberships" sv:"uppdrag" en:"memberships"`
	Meetings         Val[Interval]  `k:"meetings" sv:"möten, under perioden" en:"meetings, during the period"`
	Plans            Val[edtf.Date] `k:"plans" sv:"planer" en:"plans"`
	LocalGroups      Val[edtf.Date] `k:"local_groups" sv:"lokala grupper" en:"local groups"`
	Responsibilities Val[edtf.Date] `k:"responsibilities" sv:"ansvar" en:"responsibilities"`
	Evidence         `k:"+"`
}

// Reporting is a reporting line. A bare reference is short.
type Reporting struct {
	To       Val[Ref] `k:"to" ref:"group organization" must:"1" short:"1" sv:"mottagare" en:"receiver"`
	Span     `k:"+"`
	Decision Val[Ref] `k:"decision" ref:"decision" sv:"beslutet" en:"the decision"`
	Evidence `k:"+"`
}

// Power is a matter that a group decides.
type Power struct {
	Matter   Val[Word] `k:"matter" enum:"matter" sv:"ärendeslag" en:"matter"`
	What     Val[Text] `k:"what" sv:"vad som beslutas" en:"what is decided"`
	Evidence `k:"+"`
}

// Boundary is a group's part in a boundary area.
type Boundary struct {
	Area     Val[Term] `k:"area" term:"boundary_areas" must:"1" sv:"gränsområde" en:"boundary area"`
	Role     Val[Word] `k:"role" enum:"boundary-role" sv:"roll" en:"role"`
	Evidence `k:"+"`
}

// Link connects a group to another level.
type Link struct {
	Level    Val[Word] `k:"level" enum:"level" sv:"nivå" en:"level"`
	To       Val[Ref]  `k:"to" ref:"organization group" sv:"till" en:"to"`
	Evidence `k:"+"`
}

// Target is one target group of a group.
type Target struct {
	Group    Val[Term] `k:"group" term:"target_groups" sv:"målgrupp" en:"target group"`
	Ages     Val[Ages] `k:"ages" sv:"åldrar, hela år; all för alla" en:"ages, whole years; all for every age"`
	Text     Val[Text] `k:"text" short:"1" sv:"beskrivning" en:"description"`
	Evidence `k:"+"`
}

// Terms is a group's terms of reference (uppdragsbeskrivning).
type Terms struct {
	Text           Val[Text]      `k:"text" short:"1" sv:"uppdraget" en:"the assignment"`
	Status         Val[Word]      `k:"status" enum:"terms-status" sv:"om uppdraget är aktuellt" en:"whether it is current"`
	Decision       Val[Ref]       `k:"decision" ref:"decision" sv:"beslutet" en:"the decision"`
	With           List[Ref]      `k:"with" ref:"organization group" one:"framtaget tillsammans med|made together with" sv:"framtaget tillsammans med" en:"made together with"`
	Purposes       Table[Content] `k:"purposes" keyterm:"purposes" one:"syfte|purpose" sv:"hur syftena fylls" en:"how the purposes are served"`
	Duties         Table[Content] `k:"duties" keyterm:"duties" one:"ansvar|duty" sv:"ansvar" en:"duties"`
	KnowledgeAreas Table[Content] `k:"knowledge_areas" keyterm:"knowledge_areas" one:"del av kunskapsstyrningen|area of knowledge governance" sv:"kunskapsstyrningens delar" en:"areas of knowledge governance"`
	CrossSector    Table[Content] `k:"cross_sector" keyterm:"target_groups" one:"målgrupp som beaktas|target group considered" sv:"hur målgrupper beaktas tvärsektoriellt" en:"how target groups are considered across sectors"`
	Evidence       `k:"+"`
}

// Content is what fills a purpose: a text, or `{content: none, reason: …}`.
type Content struct {
	Content  Val[Text] `k:"content" short:"1" sv:"innehåll" en:"content"`
	Reason   Val[Text] `k:"reason" sv:"skäl" en:"reason"`
	Evidence `k:"+"`
}

// Seat is a place in a group, with or without a person (W3C ORG org:Post).
type Seat struct {
	ID          Val[Slug]      `k:"id" must:"1" sv:"id" en:"id"`
	Role        Val[Word]      `k:"role" enum:"seat-role" sv:"roll" en:"role"`
	Side        Val[Word]      `k:"side" enum:"side" sv:"sida" en:"side"`
	Represents  List[Ref]      `k:"represents" ref:"organization group subregion" one:"företräder|represents" sv:"företräder" en:"represents"`
	Delegated   Val[bool]      `k:"delegated" sv:"om platsen företräder fler än den egna kommunen" en:"whether it speaks for others than its own municipality"`
	Function    List[Term]     `k:"function" term:"functions" one:"verksamhet|function" sv:"verksamhet" en:"function"`
	Post        Val[Text]      `k:"post" sv:"befattning" en:"post"`
	Count       Val[Number]    `k:"count" sv:"antal platser, annars 1" en:"number of seats, otherwise 1"`
	Elected     Val[bool]      `k:"elected" sv:"förtroendevald" en:"elected"`
	AppointedBy Val[Ref]       `k:"appointed_by" ref:"organization group" sv:"utses av" en:"appointed by"`
	Holder      Val[Said]      `k:"holder" sv:"unknown: tillsatt men okänd; none: vakant" en:"unknown: filled, not known by whom; none: vacant"`
	VacantSince Val[edtf.Date] `k:"vacant_since" sv:"vakant sedan" en:"vacant since"`
	Decision    Val[Ref]       `k:"decision" ref:"decision" sv:"beslutet om platsen" en:"the decision on the seat"`
	Span        `k:"+"`
	Evidence    `k:"+"`
}

// Structure is how often a group meets and who chairs.
type Structure struct {
	MeetingsPerYear Val[Number]      `k:"meetings_per_year" sv:"möten per år" en:"meetings a year"`
	PreMeetings     List[PreMeeting] `k:"pre_meetings" one:"förmöte|preparatory meeting" sv:"förmöten" en:"preparatory meetings"`
	Chair           Val[ChairRule]   `k:"chair" sv:"ordförandeskap" en:"the chair"`
	Evidence        `k:"+"`
}

// PreMeeting is a meeting that prepares a group's meetings.
type PreMeeting struct {
	Name     Val[Text]   `k:"name" short:"1" sv:"namn" en:"name"`
	Side     Val[Word]   `k:"side" enum:"side" sv:"sida" en:"side"`
	PerYear  Val[Number] `k:"per_year" sv:"per år" en:"a year"`
	Evidence `k:"+"`
}

// ChairRule is how the chair is held; `between` names organizations, each
// with a chair seat.
type ChairRule struct {
	Model    Val[Word] `k:"model" enum:"chair-model" short:"1" sv:"modell" en:"model"`
	Between  List[Ref] `k:"between" ref:"organization" one:"mellan|between" sv:"mellan" en:"between"`
	Per      Val[Word] `k:"per" enum:"chair-per" sv:"växlar per" en:"alternates per"`
	Evidence `k:"+"`
}

// Secretariat is a group's own support, not the process office.
type Secretariat struct {
	Organizations   List[Support] `k:"organizations" one:"organisation|organization" sv:"organisationer" en:"organizations"`
	DoneBy          Val[Text]     `k:"done_by" sv:"vem som gör arbetet i stället" en:"who does the work instead"`
	MeetingsPerYear Val[Number]   `k:"meetings_per_year" sv:"arbetsmöten per år" en:"working meetings a year"`
	Status          Val[Word]     `k:"status" enum:"secretariat-status" sv:"läge" en:"status"`
	Evidence        `k:"+"`
}

// Support is one organization's part of a secretariat, in percent of full time.
type Support struct {
	Organization Val[Ref]    `k:"organization" ref:"organization" must:"1" short:"1" sv:"organisation" en:"organization"`
	ShareAgreed  Val[Number] `k:"share_agreed" sv:"överenskommen tid, procent av heltid" en:"agreed time, percent of full time"`
	ShareActual  Val[Number] `k:"share_actual" sv:"faktisk tid, procent av heltid" en:"actual time, percent of full time"`
	Evidence     `k:"+"`
}

// Communication is one channel that a group uses.
type Communication struct {
	Channel  Val[Term]   `k:"channel" term:"channels" must:"1" short:"1" sv:"kanal" en:"channel"`
	PerYear  Val[Number] `k:"per_year" sv:"gånger per år" en:"times a year"`
	Evidence `k:"+"`
}

// LocalGroups is what is known of the local groups under a group.
type LocalGroups struct {
	Exist     Val[bool]      `k:"exist" sv:"om de finns" en:"whether they exist"`
	Active    Val[Number]    `k:"active" sv:"antal aktiva" en:"number of active ones"`
	Count     Val[Number]    `k:"count" sv:"antal" en:"number"`
	Inventory Val[Inventory] `k:"inventory" sv:"inventering" en:"inventory"`
	Evidence  `k:"+"`
}

// Inventory is a promised count of local groups.
type Inventory struct {
	Announced Val[edtf.Date] `k:"announced" sv:"aviserad" en:"announced"`
	Due       Val[edtf.Date] `k:"due" sv:"ska vara klar" en:"due"`
	Done      Val[edtf.Date] `k:"done" sv:"klar" en:"done"`
	Evidence  `k:"+"`
}

// KnowledgeLink is a link to knowledge governance: to a body, or to a kind of
// body.
type KnowledgeLink struct {
	Group    Val[Ref]  `k:"group" ref:"group" sv:"grupp" en:"group"`
	Kind     Val[Word] `k:"kind" enum:"knowledge-kind" sv:"slags grupp" en:"kind of group"`
	Link     Val[Word] `k:"link" enum:"knowledge-link" sv:"kopplingens art" en:"nature of the link"`
	Person   Val[Ref]  `k:"person" ref:"representative" sv:"personen som är kopplingen" en:"the person who is the link"`
	Evidence `k:"+"`
}

// Responsibility is something that must have a receiver before its group may close.
type Responsibility struct {
	ID          Val[Slug]      `k:"id" must:"1" sv:"id" en:"id"`
	Kind        Val[Word]      `k:"kind" enum:"responsibility-kind" sv:"slag" en:"kind"`
	What        Val[Text]      `k:"what" sv:"vad" en:"what"`
	From        Val[Ref]       `k:"from" ref:"group" sv:"den som har ansvaret; none om ingen har det" en:"who holds it; none if nobody does"`
	To          List[Receiver] `k:"to" one:"mottagare|receiver" sv:"mottagare" en:"receivers"`
	Transferred Val[edtf.Date] `k:"transferred" sv:"överlämnat" en:"transferred"`
	Decision    Val[Ref]       `k:"decision" ref:"decision" sv:"beslutet" en:"the decision"`
	Evidence    `k:"+"`
}

// Receiver is a group that takes over a responsibility.
type Receiver struct {
	Group    Val[Ref]  `k:"group" ref:"group" must:"1" short:"1" sv:"grupp" en:"group"`
	Role     Val[Word] `k:"role" enum:"receiver-role" sv:"roll" en:"role"`
	Status   Val[Word] `k:"status" enum:"steward-status" sv:"hur säkert det är" en:"how certain it is"`
	Evidence `k:"+"`
}

// Establishment is how far a new group has come.
type Establishment struct {
	Order    Val[int]                `k:"order" sv:"ordning bland grupperna" en:"order among the groups"`
	Reason   Val[Text]               `k:"reason" sv:"skäl för ordningen" en:"reason for the order"`
	WaivedBy Val[Ref]                `k:"waived_by" ref:"decision" sv:"beslut att hoppa över stegen" en:"decision to skip the steps"`
	Steps    List[EstablishmentStep] `k:"steps" one:"steg|step" sv:"steg" en:"steps"`
	Evidence `k:"+"`
}

// EstablishmentStep is one step that a group has taken or is to take.
type EstablishmentStep struct {
	Step         Val[int]          `k:"step" must:"1" sv:"stegets nummer" en:"number of the step"`
	Due          Val[edtf.Date]    `k:"due" sv:"ska vara klart" en:"due"`
	Done         Val[edtf.Date]    `k:"done" sv:"klart" en:"done"`
	Participants List[Ref]         `k:"participants" ref:"organization representative" one:"deltagare|participant" sv:"deltagare" en:"participants"`
	Deliverables List[Deliverable] `k:"deliverables" one:"leverabel|deliverable" sv:"leverabler" en:"deliverables"`
	Evidence     `k:"+"`
}

// Deliverable is what a step gave, and at which meeting it was presented.
type Deliverable struct {
	ID       Val[Slug] `k:"id" must:"1" short:"1" sv:"leverabel" en:"deliverable"`
	Meeting  Val[Ref]  `k:"meeting" ref:"meeting" sv:"mötet där den presenterades" en:"the meeting where it was presented"`
	None     Val[bool] `k:"none" sv:"sant om inget fanns att lämna" en:"true if there was nothing to deliver"`
	Evidence `k:"+"`
}

// Milestone is a status that a group reached or is to reach.
type Milestone struct {
	Status   Val[Word]      `k:"status" enum:"group-status" must:"1" sv:"läge" en:"status"`
	Due      Val[edtf.Date] `k:"due" sv:"ska nås" en:"due"`
	Date     Val[edtf.Date] `k:"date" sv:"nåddes" en:"reached"`
	Decision Val[Ref]       `k:"decision" ref:"decision" sv:"beslutet" en:"the decision"`
	Evidence `k:"+"`
}
