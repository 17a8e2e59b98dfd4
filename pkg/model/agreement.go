package model

import "github.com/vis-samverkan/vis/pkg/edtf"

// Agreement is an agreement between parties (överenskommelse). Its status is
// derived at a date and never typed.
type Agreement struct {
	Title            Val[Text]              `k:"title" must:"1" sv:"titel" en:"title"`
	ShortTitle       Val[Text]              `k:"short_title" sv:"kort titel" en:"short title"`
	Type             Val[Word]              `k:"type" enum:"agreement-type" must:"1" sv:"slags överenskommelse" en:"type of agreement"`
	External         Val[bool]              `k:"external" sv:"inte vår egen: hänvisas till, granskas inte" en:"not ours: referred to, not checked"`
	Framework        Val[Ref]               `k:"framework" ref:"agreement" sv:"huvudöverenskommelsen den hör under" en:"the framework agreement it stands under"`
	Supplements      Val[Ref]               `k:"supplements" ref:"agreement" sv:"överenskommelsen den är tillägg till" en:"the agreement it supplements"`
	SubjectAreas     List[Term]             `k:"subject_areas" term:"subject_areas" one:"sakområde|subject area" sv:"sakområden" en:"subject areas"`
	TargetGroups     List[Term]             `k:"target_groups" term:"target_groups" one:"målgrupp|target group" sv:"målgrupper" en:"target groups"`
	Ages             Val[Ages]              `k:"ages" sv:"åldrar, hela år; all för alla" en:"ages, whole years; all for every age"`
	AgeGroups        List[Term]             `k:"age_groups" term:"age_groups" one:"åldersgrupp|age group" sv:"åldersgrupper" en:"age groups"`
	Statutory        Val[bool]              `k:"statutory" sv:"om lagen kräver den" en:"whether the law demands it"`
	LegalBasis       List[Term]             `k:"legal_basis" term:"legal_requirements" one:"lagkrav|legal requirement" sv:"lagkrav den vilar på" en:"legal requirements it rests on"`
	Responsible      List[Steward]          `k:"responsible" one:"ansvarig grupp|responsible group" sv:"ansvarig grupp" en:"responsible group"`
	Consulted        List[Steward]          `k:"consulted" one:"grupp som samråds|consulted group" sv:"grupper som samråds" en:"groups that are consulted"`
	NegotiatedBy     List[Ref]              `k:"negotiated_by" ref:"organization group" one:"förhandlare|negotiator" sv:"förhandlare" en:"negotiators"`
	Recommended      List[Recommendation]   `k:"recommended" one:"rekommendation|recommendation" sv:"rekommendationer; de är aldrig antaganden" en:"recommendations; they are never adoptions"`
	Agreed           Val[Agreed]            `k:"agreed" sv:"när förhandlarna var överens" en:"when the negotiators agreed"`
	Consultation     Val[Consultation]      `k:"consultation" sv:"remiss" en:"formal consultation"`
	Parties          List[Party]            `k:"parties" one:"part|party" sv:"parter" en:"parties"`
	AdoptionBody     Val[AdoptionBody]      `k:"adoption_body" sv:"organ som antar, per sida" en:"adopting body, per side"`
	AdoptionEvidence List[AdoptionEvidence] `k:"adoption_evidence" one:"samlad uppgift om antagande|collective statement of adoption" sv:"samlad uppgift om att parterna antagit" en:"collective statement that the parties have adopted"`
	EntryIntoForce   Val[EntryIntoForce]    `k:"entry_into_force" sv:"ikraftträdande" en:"entry into force"`
	Expires          Val[edtf.Date]         `k:"expires" sv:"sista giltighetsdag" en:"last day of validity"`
	Renewal          Val[Text]              `k:"renewal" sv:"förlängning" en:"renewal"`
	Revisions        List[Revision]         `k:"revisions" ordered:"1" one:"version|version" sv:"revideringar, äldst först" en:"revisions, oldest first"`
	Clauses          List[Clause]           `k:"clauses" ordered:"1" one:"paragraf|clause" sv:"paragrafer" en:"clauses"`
	FollowUp         Val[FollowUp]          `k:"follow_up" sv:"hur den följs upp" en:"how it is followed up"`
	Deviations       Val[DeviationRoutine]  `k:"deviations" sv:"hur avvikelser hanteras; same-as-framework som i huvudöverenskommelsen" en:"how deviations are handled; same-as-framework as in the framework"`
	Review           List[Review]           `k:"review" one:"översyn|review" sv:"översyn mot huvudöverenskommelsen" en:"review against the framework"`
	ReviewDue        Val[edtf.Date]         `k:"review_due" sv:"när översynen ska vara gjord" en:"when the review is due"`
	Areas            List[Area]             `k:"areas" one:"samverkansområde|area of cooperation" sv:"samverkansområden" en:"areas of cooperation"`
	Signatures       List[Signature]        `k:"signatures" one:"underskrift|signature" sv:"underskrifter" en:"signatures"`
	Accessions       List[Accession]        `k:"accessions" one:"anslutning|accession" sv:"anslutningar" en:"accessions"`
	Complete         Val[CompleteAgreement] `k:"complete" sv:"till och med vilken dag listorna är fullständiga" en:"until which day the lists are complete"`
	Common           `k:"+"`
}

// CompleteAgreement says until which day an agreement's lists are all there is.
type CompleteAgreement struct {
	Parties   Val[edtf.Date] `k:"parties" sv:"parter" en:"parties"`
	Adoptions Val[edtf.Date] `k:"adoptions" sv:"antaganden" en:"adoptions"`
	Evidence  `k:"+"`
}

// Steward is a group that is responsible for an agreement or consulted on it.
// A bare id is short for one stated entry.
type Steward struct {
	Group    Val[Ref] `k:"group" ref:"group" must:"1" short:"1" sv:"grupp" en:"group"`
	Span     `k:"+"`
	Status   Val[Word] `k:"status" enum:"steward-status" sv:"hur säkert ansvaret är" en:"how certain the responsibility is"`
	Decision Val[Ref]  `k:"decision" ref:"decision" sv:"beslutet" en:"the decision"`
	Reason   Val[Text] `k:"reason" sv:"skäl" en:"reason"`
	Evidence `k:"+"`
}

// Recommendation is a body's advice to adopt.
type Recommendation struct {
	Decision Val[Ref]       `k:"decision" ref:"decision" short:"1" sv:"beslutet" en:"the decision"`
	Body     Val[Ref]       `k:"body" ref:"organization group" sv:"organ" en:"body"`
	Date     Val[edtf.Date] `k:"date" sv:"datum" en:"date"`
	Evidence `k:"+"`
}

// Agreed is when the parties' negotiators agreed.
type Agreed struct {
	Date     Val[edtf.Date] `k:"date" sv:"datum" en:"date"`
	By       List[Ref]      `k:"by" ref:"organization group" one:"part som var överens|who agreed" sv:"de som var överens" en:"who agreed"`
	Evidence `k:"+"`
}

// Consultation is a formal referral (remiss) with its replies.
type Consultation struct {
	Span     `k:"+"`
	Replies  List[Reply] `k:"replies" one:"remissvar|reply" sv:"remissvar" en:"replies"`
	Evidence `k:"+"`
}

// Reply is one organization's reply to a consultation.
type Reply struct {
	Organization Val[Ref]       `k:"organization" ref:"organization" must:"1" sv:"den som svarat" en:"who replied"`
	Date         Val[edtf.Date] `k:"date" sv:"datum" en:"date"`
	Position     Val[Word]      `k:"position" enum:"position" sv:"hållning" en:"position"`
	Reference    Val[string]    `k:"reference" sv:"diarienummer" en:"case number"`
	Evidence     `k:"+"`
}

// Party is one party of an agreement. A collective may be one, and an entry
// for one of its members refines it. A bare id is short.
type Party struct {
	Organization Val[Ref] `k:"organization" ref:"organization" must:"1" short:"1" sv:"part" en:"party"`
	Span         `k:"+"`
	Decision     Val[Ref]       `k:"decision" ref:"decision" sv:"beslutet" en:"the decision"`
	NamedAs      Val[string]    `k:"named_as" sv:"namnet som dokumentet använder" en:"the name that the document uses"`
	ActsThrough  Val[Ref]       `k:"acts_through" ref:"organization" sv:"den som parten handlar genom" en:"whom the party acts through"`
	Adoptions    List[Adoption] `k:"adoptions" one:"antagande|adoption" sv:"antaganden" en:"adoptions"`
	Evidence     `k:"+"`
}

// Adoption is a party's decision on an agreement. Whose body it is follows
// from the party.
type Adoption struct {
	State     Val[Word]      `k:"state" enum:"adoption-state" must:"1" sv:"läge" en:"state"`
	Body      Val[Word]      `k:"body" enum:"adopting-body" sv:"organ" en:"body"`
	Date      Val[edtf.Date] `k:"date" sv:"datum" en:"date"`
	Reference Val[string]    `k:"reference" sv:"diarienummer" en:"case number"`
	Revision  Val[string]    `k:"revision" sv:"version som antagits" en:"the version adopted"`
	Evidence  `k:"+"`
}

// AdoptionBody is which type of body adopts, per side.
type AdoptionBody struct {
	Municipal Val[Word] `k:"municipal" enum:"body-type" sv:"i kommunen" en:"in the municipality"`
	Region    Val[Word] `k:"region" enum:"body-type" sv:"i regionen" en:"in the region"`
	Evidence  `k:"+"`
}

// AdoptionEvidence is a source's statement that all of some parties have adopted.
type AdoptionEvidence struct {
	Parties  List[Ref]      `k:"parties" ref:"organization" one:"part|party" sv:"parter" en:"parties"`
	By       Val[edtf.Date] `k:"by" sv:"senast" en:"at the latest"`
	Evidence `k:"+"`
}

// EntryIntoForce is when and on what condition an agreement begins to apply.
type EntryIntoForce struct {
	Condition Val[Word]      `k:"condition" enum:"condition" sv:"villkor" en:"condition"`
	Planned   Val[edtf.Date] `k:"planned" sv:"planerad dag" en:"planned day"`
	Actual    Val[edtf.Date] `k:"actual" sv:"faktisk dag" en:"actual day"`
	Decision  Val[Ref]       `k:"decision" ref:"decision" sv:"beslutet" en:"the decision"`
	Evidence  `k:"+"`
}

// Revision is one version of an agreement.
type Revision struct {
	Version            Val[string]         `k:"version" must:"1" sv:"version" en:"version"`
	Date               Val[edtf.Date]      `k:"date" sv:"datum" en:"date"`
	Kind               Val[Word]           `k:"kind" enum:"revision-kind" sv:"revidering eller rättelse" en:"revision or correction"`
	Decision           Val[Ref]            `k:"decision" ref:"decision" sv:"beslutet" en:"the decision"`
	Summary            Val[Text]           `k:"summary" sv:"vad som ändrades" en:"what changed"`
	RequiresReadoption Val[bool]           `k:"requires_readoption" sv:"om parterna måste anta på nytt" en:"whether the parties must adopt again"`
	EntryIntoForce     Val[EntryIntoForce] `k:"entry_into_force" sv:"ikraftträdande" en:"entry into force"`
	Evidence           `k:"+"`
}

// Clause is one clause of the text.
type Clause struct {
	ID       Val[Slug] `k:"id" must:"1" sv:"id" en:"id"`
	Heading  Val[Text] `k:"heading" sv:"rubrik" en:"heading"`
	Text     Val[Text] `k:"text" sv:"text" en:"text"`
	Evidence `k:"+"`
}

// FollowUp says how an agreement is followed up.
type FollowUp struct {
	Every       Val[edtf.Duration] `k:"every" sv:"intervall" en:"interval"`
	Responsible Val[Ref]           `k:"responsible" ref:"organization group" sv:"ansvarig" en:"who is responsible"`
	Preventive  Val[Word]          `k:"preventive" enum:"yes-no" sv:"om främjande och förebyggande insatser följs upp" en:"whether promotion and prevention are followed up"`
	Indicators  List[Indicator]    `k:"indicators" one:"indikator|indicator" sv:"indikatorer" en:"indicators"`
	Evidence    `k:"+"`
}

// Indicator is something that follow-up measures.
type Indicator struct {
	ID       Val[Slug]   `k:"id" must:"1" sv:"id" en:"id"`
	Name     Val[Text]   `k:"name" sv:"namn" en:"name"`
	Unit     Val[Text]   `k:"unit" sv:"enhet" en:"unit"`
	Target   Val[Number] `k:"target" sv:"mål" en:"target"`
	Evidence `k:"+"`
}

// DeviationRoutine says how deficiencies and deviations are handled.
type DeviationRoutine struct {
	As        Val[Word] `k:"as" enum:"deviations-as" short:"1" sv:"same-as-framework: som i huvudöverenskommelsen" en:"same-as-framework: as in the framework agreement"`
	Procedure Val[Text] `k:"procedure" sv:"arbetssätt" en:"procedure"`
	ReportTo  Val[Ref]  `k:"report_to" ref:"organization group" sv:"rapporteras till" en:"reported to"`
	Evidence  `k:"+"`
}

// Review is the state of the review for one purpose.
type Review struct {
	Purpose  Val[Term]      `k:"purpose" term:"review_purposes" must:"1" sv:"syfte" en:"purpose"`
	State    Val[Word]      `k:"state" enum:"progress" sv:"läge" en:"state"`
	Date     Val[edtf.Date] `k:"date" sv:"datum" en:"date"`
	Evidence `k:"+"`
}

// Area is one area of a cooperation.
type Area struct {
	ID       Val[Slug]      `k:"id" must:"1" sv:"id" en:"id"`
	Name     Val[Text]      `k:"name" sv:"namn" en:"name"`
	PartOf   Val[Slug]      `k:"part_of" sv:"område det ingår i" en:"the area it is part of"`
	Criteria List[Term]     `k:"criteria" term:"criteria" one:"kriterium|criterion" sv:"kriterier som uppfylls" en:"criteria that are met"`
	Horizon  Val[Word]      `k:"horizon" enum:"horizon" sv:"tidsperspektiv" en:"time horizon"`
	State    Val[Word]      `k:"state" enum:"area-state" sv:"läge" en:"state"`
	From     Val[edtf.Date] `k:"from" sv:"från och med" en:"first day"`
	Evidence `k:"+"`
}

// Signature is one party's signature.
type Signature struct {
	Organization Val[Ref]       `k:"organization" ref:"organization" must:"1" sv:"part" en:"party"`
	NamedAs      Val[string]    `k:"named_as" sv:"namnet som dokumentet använder" en:"the name that the document uses"`
	Signatory    Val[Signatory] `k:"signatory" ref:"representative" sv:"undertecknare" en:"signatory"`
	Place        Val[Text]      `k:"place" sv:"ort" en:"place"`
	Date         Val[edtf.Date] `k:"date" sv:"datum" en:"date"`
	Evidence     `k:"+"`
}

// Signatory is who signed: a representative, or a text where the signatory
// has no record.
type Signatory struct {
	Ref  Ref
	Text string
}

// Accession is a new party's way into an agreement.
type Accession struct {
	Organization Val[Ref]       `k:"organization" ref:"organization" must:"1" sv:"den som ansluter sig" en:"who accedes"`
	Consents     List[Consent]  `k:"consents" one:"medgivande|consent" sv:"parternas medgivanden" en:"consents of the parties"`
	Effective    Val[edtf.Date] `k:"effective" sv:"gäller från och med" en:"effective from"`
	Evidence     `k:"+"`
}

// Consent is one party's consent to an accession.
type Consent struct {
	Organization Val[Ref] `k:"organization" ref:"organization" must:"1" sv:"den som samtycker" en:"who consents"`
	Decision     Val[Ref] `k:"decision" ref:"decision" sv:"beslutet" en:"the decision"`
	Evidence     `k:"+"`
}
