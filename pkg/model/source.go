package model

import "github.com/vis-samverkan/vis/pkg/edtf"

// Source is a document or page that facts are cited to (källa).
type Source struct {
	Title     Val[Text]      `k:"title" must:"1" sv:"titel" en:"title"`
	Type      Val[Word]      `k:"type" enum:"source-type" must:"1" sv:"slags källa" en:"type of source"`
	Publisher Val[Text]      `k:"publisher" sv:"utgivare" en:"publisher"`
	Authors   List[string]   `k:"authors" one:"författare|author" sv:"författare" en:"authors"`
	Date      Val[edtf.Date] `k:"date" sv:"källans datum" en:"date of the source"`
	Retrieved Val[edtf.Date] `k:"retrieved" sv:"när källan hämtades" en:"when the source was retrieved"`
	Version   Val[string]    `k:"version" sv:"version" en:"version"`
	Reference Val[string]    `k:"reference" sv:"diarienummer" en:"case number"`
	URL       Val[URL]       `k:"url" sv:"webbadress" en:"address on the web"`
	SHA256    Val[string]    `k:"sha256" sv:"dokumentets SHA-256, 64 hexadecimala siffror" en:"SHA-256 of the document, 64 hex digits"`
	Claims    List[Claim]    `k:"claims" one:"redovisat tal|reported figure" sv:"tal som källan redovisar" en:"figures that the source reports"`
	Common    `k:"+"`
}

// Claim is a figure that a source reports. It is kept beside the computed
// figure, never used to compute it.
type Claim struct {
	ID       Val[Slug]      `k:"id" must:"1" sv:"id" en:"id"`
	Section  Val[string]    `k:"section" sv:"avsnitt" en:"section"`
	Line     Val[int]       `k:"line" sv:"radnummer, från 1" en:"line number, from 1"`
	Metric   Val[string]    `k:"metric" sv:"måttet som talet avser" en:"the metric that the figure is of"`
	Value    Val[Number]    `k:"value" sv:"det redovisade talet" en:"the reported figure"`
	Of       Val[Number]    `k:"of" sv:"av hur många" en:"out of how many"`
	Share    Val[Number]    `k:"share" sv:"andel, delar av 1" en:"share, parts of 1"`
	AsOf     Val[edtf.Date] `k:"as_of" sv:"dagen som talet avser" en:"the day that the figure is of"`
	Scope    Val[Term]      `k:"scope" term:"scopes" sv:"avgränsning" en:"scope"`
	Counting Val[Word]      `k:"counting" enum:"counting" sv:"om tillägg räknas för sig" en:"whether supplements count"`
	Says     Val[Text]      `k:"says" sv:"källans ordalydelse" en:"the wording of the source"`
	Evidence `k:"+"`
}
