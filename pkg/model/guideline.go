package model

import "github.com/vis-samverkan/vis/pkg/edtf"

// Param is a parameter of a guideline in its envelope. A decided one can give
// errors; an observed one at most warnings; a proposed one governs nothing
// until its decision is decided. T is a Val or a List; what the field says of
// references, terms and enumerations is said of the value.
type Param[T any] struct {
	Value    T              `k:"value" sv:"värdet" en:"the value"`
	Status   Val[Word]      `k:"status" enum:"parameter-status" sv:"ställning: beslutad, föreslagen eller iakttagen" en:"standing: decided, proposed or observed"`
	Decision Val[Ref]       `k:"decision" ref:"decision" sv:"beslutet" en:"the decision"`
	From     Val[edtf.Date] `k:"from" sv:"gäller från och med" en:"in effect from"`
	Until    Val[edtf.Date] `k:"until" sv:"gäller till och med" en:"in effect until"`
	Evidence `k:"+"`
}

// Guideline is the rules of cooperation as data: no figure of it is a
// constant in code (riktlinje).
type Guideline struct {
	Named                   `k:"+"`
	Framework               Val[Ref]                         `k:"framework" ref:"agreement" sv:"huvudöverenskommelsen" en:"its framework agreement"`
	InForce                 Val[Interval]                    `k:"in_force" sv:"när riktlinjen gäller" en:"when it is in force"`
	Decision                Val[Ref]                         `k:"decision" ref:"decision" sv:"beslutet om riktlinjen" en:"the decision on the guideline"`
	ConsultationGroups      Val[Param[List[Ref]]]            `k:"consultation_groups" ref:"group" one:"samrådsgrupp|consultation group" sv:"samrådsgrupperna" en:"the consultation groups"`
	Purposes                Val[Param[List[Purpose]]]        `k:"purposes" one:"syfte|purpose" sv:"samrådsgruppernas syften" en:"purposes of the consultation groups"`
	Duties                  Val[Param[List[Term]]]           `k:"duties" term:"duties" one:"ansvar|duty" sv:"sekretariatets ansvar" en:"duties of the process office"`
	KnowledgeAreas          Val[Param[List[Term]]]           `k:"knowledge_areas" term:"knowledge_areas" one:"del av kunskapsstyrningen|area of knowledge governance" sv:"kunskapsstyrningens delar" en:"areas of knowledge governance"`
	Core                    Val[Param[Val[Core]]]            `k:"core" sv:"processledningens kärna" en:"the core of the process office"`
	OuterCircle             Val[Param[Val[Bounds]]]          `k:"outer_circle" sv:"noder per samrådsgrupp" en:"nodes per consultation group"`
	EstablishedRequires     Val[Param[List[Word]]]           `k:"established_requires" enum:"criterion" one:"krav på etablerad grupp|demand on an established group" sv:"vad en etablerad grupp ska ha" en:"what an established group must have"`
	EstablishmentSteps      Val[Param[List[StepDefinition]]] `k:"establishment_steps" ordered:"1" one:"steg|step" sv:"etableringens steg" en:"steps of establishment"`
	EstablishmentWindow     Val[Param[Val[edtf.Date]]]       `k:"establishment_window" sv:"när grupperna ska etableras" en:"when the groups are to be established"`
	MeetingsPerYear         Val[Param[Val[Number]]]          `k:"meetings_per_year" sv:"möten per år" en:"meetings a year"`
	ChairAlternates         Val[Param[Val[bool]]]            `k:"chair_alternates" sv:"om ordförandeskapet växlar" en:"whether the chair alternates"`
	SubregionsRepresented   Val[Param[Val[bool]]]            `k:"subregions_represented" sv:"om delregionerna ska vara företrädda" en:"whether the subregions are represented"`
	BothSides               Val[Param[Val[bool]]]            `k:"both_sides" sv:"om båda sidor ska vara med" en:"whether both sides take part"`
	ElectedOnlyIn           Val[Param[List[Ref]]]            `k:"elected_only_in" ref:"group" one:"grupp med förtroendevalda|group with elected members" sv:"grupper med förtroendevalda" en:"groups with elected members"`
	PoliticalSize           Val[Param[List[Size]]]           `k:"political_size" one:"storlek|size" sv:"den politiska styrgruppens storlek, båda sidor" en:"size of the political steering group, both sides"`
	Mandates                Val[Param[List[Interval]]]       `k:"mandates" one:"mandatperiod|mandate period" sv:"mandatperioder" en:"mandate periods"`
	ConsultationGroupLevels Val[Param[List[Word]]]           `k:"consultation_group_levels" enum:"level" one:"nivå|level" sv:"nivåer som en samrådsgrupp ska ha koppling till" en:"levels that a consultation group must have a link to"`
	CrossSector             Val[Param[List[Term]]]           `k:"cross_sector" term:"target_groups" one:"målgrupp|target group" sv:"målgrupper som varje grupp ska beakta" en:"target groups that every group must consider"`
	BoundaryAreas           Val[Param[List[Term]]]           `k:"boundary_areas" term:"boundary_areas" one:"gränsområde|boundary area" sv:"gränsområden som ska ha ägare" en:"boundary areas that must have an owner"`
	Matters                 Table[Param[Val[Matter]]]        `k:"matters" keys:"matter" one:"ärendeslag|matter" sv:"ärendeslag och vem som är behörig" en:"matters and who is competent"`
	Common                  `k:"+"`
}

// Interval is a period on its own: `{from, until}`, or a year, short for its
// first to its last day.
type Interval struct {
	Span     `k:"+"`
	Evidence `k:"+"`
}

// Purpose is a purpose of the consultation groups and what shows that it is served.
type Purpose struct {
	ID      Val[Term] `k:"id" term:"purposes" must:"1" sv:"syfte" en:"purpose"`
	ShownBy Val[Word] `k:"shown_by" enum:"shown-by" sv:"vad som visar att syftet fylls" en:"what shows that the purpose is served"`
}

// Core is the size and parity of the core of the process office.
type Core struct {
	Size    Val[int]       `k:"size" sv:"antal platser" en:"number of seats"`
	PerSide Val[int]       `k:"per_side" sv:"platser per sida" en:"seats per side"`
	From    Val[edtf.Date] `k:"from" sv:"tillträde" en:"takes office"`
}

// Bounds is a least and a greatest number, both included.
type Bounds struct {
	Min Val[int] `k:"min" sv:"minst" en:"least"`
	Max Val[int] `k:"max" sv:"högst" en:"at most"`
}

// StepDefinition is one step of establishment as the guideline describes it.
type StepDefinition struct {
	Step         Val[int]   `k:"step" must:"1" sv:"stegets nummer" en:"number of the step"`
	Phase        Val[int]   `k:"phase" sv:"fas" en:"phase"`
	BothSides    Val[bool]  `k:"both_sides" sv:"om deltagarna ska komma från båda sidor" en:"whether participants must come from both sides"`
	Deliverables List[Slug] `k:"deliverables" one:"leverabel|deliverable" sv:"vad steget ska ge" en:"what the step must deliver"`
	Receiver     Val[Ref]   `k:"receiver" ref:"group" sv:"gruppen som leverablerna ska presenteras för" en:"the group that the deliverables are to be presented to"`
	What         Val[Text]  `k:"what" sv:"vad som görs" en:"what is done"`
}

// Size is the number of elected seats from a day.
type Size struct {
	From     Val[edtf.Date] `k:"from" sv:"från och med" en:"first day"`
	Value    Val[Number]    `k:"value" sv:"antal platser" en:"number of seats"`
	Evidence `k:"+"`
}

// Matter says which body is competent and how long it must be waited for.
type Matter struct {
	Body    Val[Competent]     `k:"body" sv:"behörigt organ" en:"competent body"`
	Waiting Val[edtf.Duration] `k:"waiting" sv:"väntetid" en:"waiting time"`
}

// Competent is who decides a matter: one body or several, or a type of body
// on each side.
type Competent struct {
	AnyOf     List[Ref] `k:"any_of" ref:"group organization" short:"1" one:"organ|body" sv:"organ" en:"bodies"`
	Municipal Val[Word] `k:"municipal" enum:"body-type" sv:"organ i kommunen" en:"body of the municipality"`
	Region    Val[Word] `k:"region" enum:"body-type" sv:"organ i regionen" en:"body of the region"`
}
