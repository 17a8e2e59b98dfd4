package model

import "github.com/vis-samverkan/vis/pkg/edtf"

// ManifestFile is vis.yaml: what the registry is about and the project's own
// choices. A threshold that is absent switches off what needs it.
type ManifestFile struct {
	Schema         Val[int]         `k:"schema" must:"1" sv:"registrets schemaversion" en:"schema version of the registry"`
	Name           Val[Text]        `k:"name" must:"1" sv:"registrets namn" en:"name of the registry"`
	Language       Val[Word]        `k:"language" enum:"language" sv:"registrets språk" en:"language of the registry"`
	County         Val[County]      `k:"county" sv:"länet" en:"the county"`
	DefaultParties List[Ref]        `k:"default_parties" ref:"organization" one:"part|party" sv:"parter i en överenskommelse som inte anger egna" en:"parties of an agreement that names none"`
	Apex           Val[Ref]         `k:"apex" ref:"group" sv:"gruppen högst upp" en:"the group at the top"`
	ProcessOffice  Val[Ref]         `k:"process_office" ref:"group" sv:"gruppen som är processledning" en:"the group that is the process office"`
	Complete       Val[CompleteAll] `k:"complete" sv:"till och med vilken dag registret har alla poster av ett slag" en:"until which day the registry holds every record of a kind"`
	Required       Table[[]string]  `k:"required" one:"uppgifter som ska anges|attributes that must be answered" sv:"uppgifter som ska anges, per slag och typ" en:"attributes that must be answered, per kind and type"`
	Severity       Table[Word]      `k:"severity" enum:"severity" one:"regel|rule" sv:"egen allvarlighetsgrad per regel" en:"severity of single rules"`
	Thresholds     Val[Thresholds]  `k:"thresholds" sv:"projektets egna gränsvärden" en:"the project's own thresholds"`
	Evidence       `k:"+"`
}

// County is the county whose cooperation the registry describes.
type County struct {
	Code           Val[Code] `k:"code" sv:"länskod, två siffror" en:"county code, two digits"`
	Municipalities Val[int]  `k:"municipalities" sv:"antal kommuner i länet" en:"number of municipalities in the county"`
}

// CompleteAll says until which day the records of a kind are all there are.
type CompleteAll struct {
	Agreements Val[edtf.Date] `k:"agreements" sv:"alla överenskommelser finns med till och med" en:"every agreement is recorded until"`
	Groups     Val[edtf.Date] `k:"groups" sv:"alla grupper finns med till och med" en:"every group is recorded until"`
	Evidence   `k:"+"`
}

// Thresholds are the project's own choices. Tolerances and shares are parts
// of 1, the rest durations.
type Thresholds struct {
	ApproxTolerance       Val[float64]       `k:"approx_tolerance" sv:"tolerans för ungefärliga tal" en:"tolerance of approximate numbers"`
	Balance               Val[Band]          `k:"balance" sv:"regionens andel av platserna som räknas som jämn" en:"the region's share of seats that counts as balanced"`
	CadenceTolerance      Val[float64]       `k:"cadence_tolerance" sv:"tolerans för antal möten" en:"tolerance of the number of meetings"`
	DormantAfter          Val[edtf.Duration] `k:"dormant_after" sv:"tid utan möte då en grupp är vilande" en:"time without a meeting after which a group is dormant"`
	PlannedGrace          Val[edtf.Duration] `k:"planned_grace" sv:"hur länge ett passerat möte får stå som planerat" en:"how long a past meeting may stand as planned"`
	PlanGrace             Val[edtf.Duration] `k:"plan_grace" sv:"hur sent in på året en årsplan får komma" en:"how late in the year an annual plan may come"`
	InventoryAfter        Val[edtf.Duration] `k:"inventory_after" sv:"hur länge en inventering får vara utlovad" en:"how long an inventory may be promised"`
	StaleAfter            Val[edtf.Duration] `k:"stale_after" sv:"hur länge en källa räcker för det som byter innehavare" en:"how long a source vouches for what changes hands"`
	LookBack              Val[edtf.Duration] `k:"look_back" sv:"hur långt tillbaka händelser bedöms" en:"how far back events are judged"`
	OuterCircleGrace      Val[edtf.Duration] `k:"outer_circle_grace" sv:"hur länge en grupp får sakna nod" en:"how long a group may lack a node"`
	MassRemoval           Val[MassRemoval]   `k:"mass_removal" sv:"vad som räknas som massborttag" en:"what counts as a mass removal"`
	IndividualReplacement Val[bool]          `k:"individual_replacement" sv:"om byte av en person är ändrad bemanning" en:"whether replacing one person changes the staffing"`
}

// Band is a span of shares, both ends included.
type Band struct {
	Min Val[float64] `k:"min" sv:"lägsta andel" en:"lowest share"`
	Max Val[float64] `k:"max" sv:"högsta andel" en:"highest share"`
}

// MassRemoval is the share of a list, and the least number, that one change
// may take away.
type MassRemoval struct {
	Share Val[float64] `k:"share" sv:"andel" en:"share"`
	Min   Val[int]     `k:"min" sv:"minsta antal" en:"smallest number"`
}

// Acknowledged is acknowledged.yaml: findings that are known and accepted.
type Acknowledged struct {
	Entries List[Acknowledgement] `k:"+list" one:"godtaget fynd|accepted finding" sv:"godtagna fynd" en:"acknowledged findings"`
}

// Acknowledgement accepts one finding, by fingerprint, until a day.
type Acknowledgement struct {
	Fingerprint Val[string]    `k:"fingerprint" must:"1" sv:"fyndets fingeravtryck" en:"fingerprint of the finding"`
	Rule        Val[string]    `k:"rule" must:"1" sv:"regeln" en:"the rule"`
	Record      Val[string]    `k:"record" sv:"posten" en:"the record"`
	Reason      Val[Text]      `k:"reason" must:"1" sv:"varför fyndet godtas" en:"why the finding is accepted"`
	By          Val[Text]      `k:"by" must:"1" sv:"vem som godtagit det" en:"who accepted it"`
	Until       Val[edtf.Date] `k:"until" must:"1" sv:"till och med när det godtas" en:"the last day it is accepted"`
}
