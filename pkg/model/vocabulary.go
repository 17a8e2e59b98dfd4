package model

import "github.com/vis-samverkan/vis/pkg/edtf"

// Vocabulary is vocabulary.yaml: the controlled terms. The guideline lists
// ids; the words stand here.
type Vocabulary struct {
	SubjectAreas      List[TermEntry]        `k:"subject_areas" one:"sakområde|subject area" sv:"sakområden" en:"subject areas"`
	TargetGroups      List[TermEntry]        `k:"target_groups" one:"målgrupp|target group" sv:"målgrupper" en:"target groups"`
	AgeGroups         List[AgeGroup]         `k:"age_groups" one:"åldersgrupp|age group" sv:"åldersgrupper" en:"age groups"`
	Subregions        List[TermEntry]        `k:"subregions" one:"delregion|subregion" sv:"delregioner" en:"subregions"`
	Functions         List[TermEntry]        `k:"functions" one:"verksamhet|function" sv:"verksamheter" en:"functions"`
	Purposes          List[TermEntry]        `k:"purposes" one:"syfte|purpose" sv:"samrådsgruppers syften" en:"purposes of consultation groups"`
	Duties            List[TermEntry]        `k:"duties" one:"ansvar|duty" sv:"sekretariatets ansvar" en:"duties of the process office"`
	KnowledgeAreas    List[TermEntry]        `k:"knowledge_areas" one:"del av kunskapsstyrningen|area of knowledge governance" sv:"kunskapsstyrningens delar" en:"areas of knowledge governance"`
	ReviewPurposes    List[TermEntry]        `k:"review_purposes" one:"översynens syfte|purpose of the review" sv:"översynens syften" en:"purposes of the review"`
	Directions        List[TermEntry]        `k:"directions" one:"riktning|direction" sv:"utvecklingsfrågors riktningar" en:"directions of issues"`
	Criteria          List[TermEntry]        `k:"criteria" one:"kriterium|criterion" sv:"kriterier för samverkansområden" en:"criteria of cooperation areas"`
	Channels          List[Channel]          `k:"channels" one:"kanal|channel" sv:"kommunikationskanaler" en:"channels of communication"`
	Scopes            List[TermEntry]        `k:"scopes" one:"avgränsning|scope" sv:"avgränsningar som rapporterade tal räknar inom" en:"scopes that reported figures count within"`
	BoundaryAreas     List[TermEntry]        `k:"boundary_areas" one:"gränsområde|boundary area" sv:"gränsområden" en:"boundary areas"`
	LegalRequirements List[LegalRequirement] `k:"legal_requirements" one:"lagkrav|legal requirement" sv:"lagkrav" en:"legal requirements"`
	GenericTerms      List[string]           `k:"generic_terms" one:"allmänt ord|generic word" sv:"allmänna ord som inte får vara alias" en:"generic words that may not be aliases"`
	Evidence          `k:"+"`
}

// TermEntry is one controlled term.
type TermEntry struct {
	ID       Val[Slug]   `k:"id" must:"1" sv:"id" en:"id"`
	Sv       Val[string] `k:"sv" sv:"på svenska" en:"in Swedish"`
	En       Val[string] `k:"en" sv:"på engelska" en:"in English"`
	Evidence `k:"+"`
}

// Words returns the term as a text in both languages.
func (t TermEntry) Words() Text { return Text{Sv: t.Sv.V, En: t.En.V} }

// AgeGroup is a term with bounds in whole years, inclusive; they may be unknown.
type AgeGroup struct {
	TermEntry `k:"+"`
	From      Val[int] `k:"from" sv:"yngsta ålder, hela år" en:"youngest age, whole years"`
	To        Val[int] `k:"to" sv:"äldsta ålder, hela år" en:"oldest age, whole years"`
}

// Channel is a term; a periodic channel has a frequency.
type Channel struct {
	TermEntry `k:"+"`
	Periodic  Val[bool] `k:"periodic" sv:"om kanalen kommer ut regelbundet" en:"whether the channel appears regularly"`
}

// LegalRequirement is a law's demand for an agreement.
type LegalRequirement struct {
	TermEntry   `k:"+"`
	Act         Val[Text]      `k:"act" sv:"lagen" en:"the act"`
	SFS         Val[string]    `k:"sfs" sv:"SFS-nummer" en:"number in the Swedish Code of Statutes"`
	Provision   Val[string]    `k:"provision" sv:"kapitel och paragraf" en:"chapter and section"`
	From        Val[edtf.Date] `k:"from" sv:"gäller från och med" en:"in force from"`
	Until       Val[edtf.Date] `k:"until" sv:"gäller till och med" en:"in force until"`
	SubjectArea Val[Term]      `k:"subject_area" term:"subject_areas" sv:"sakområde" en:"subject area"`
}
