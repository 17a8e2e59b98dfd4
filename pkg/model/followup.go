package model

import "github.com/vis-samverkan/vis/pkg/edtf"

// Followup is one follow-up of an agreement, in counts only, never a case
// (uppföljning).
type Followup struct {
	Agreement  Val[Ref]             `k:"agreement" ref:"agreement" must:"1" sv:"överenskommelse" en:"agreement"`
	Period     Val[Interval]        `k:"period" sv:"period" en:"period"`
	By         Val[Ref]             `k:"by" ref:"organization group" sv:"av" en:"by"`
	Reported   Val[edtf.Date]       `k:"reported" sv:"rapporterad" en:"reported"`
	Indicators List[Measurement]    `k:"indicators" one:"indikator|indicator" sv:"utfall per indikator" en:"values of the indicators"`
	Deviations List[DeviationCount] `k:"deviations" one:"avvikelse|deviation" sv:"avvikelser" en:"deviations"`
	Preventive Val[Text]            `k:"preventive" sv:"främjande och förebyggande insatser" en:"promotion and prevention"`
	Common     `k:"+"`
}

// Measurement is the value of an indicator.
type Measurement struct {
	ID       Val[Slug]   `k:"id" must:"1" sv:"indikator" en:"indicator"`
	Value    Val[Number] `k:"value" sv:"värde" en:"value"`
	Evidence `k:"+"`
}

// DeviationCount is how many deviations of a category there were and how many
// were handled.
type DeviationCount struct {
	Category Val[Text] `k:"category" must:"1" sv:"slag" en:"category"`
	Count    Val[int]  `k:"count" sv:"antal" en:"number"`
	Handled  Val[int]  `k:"handled" sv:"hanterade" en:"handled"`
	Evidence `k:"+"`
}
