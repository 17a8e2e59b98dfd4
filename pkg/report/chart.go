package report

import "github.com/vis-samverkan/vis/pkg/edtf"

// Chart is a picture of a table. Whoever draws it decides how it looks; what it
// shows, and the words in it, stand here.
type Chart struct {
	Title string
	Text  string // what the picture tells, for somebody who does not see it
	// Picture is a *Bars, *Matrix, *Timeline, *Curve or *Wheel.
	Picture any
}

// Bars are horizontal bars, each of one or more stretches after each other.
type Bars struct {
	Unit   string // what the lengths count, in the plural
	Series []Mark // what each stretch is; the signs are not shown
	Bars   []Bar
}

// Bar is one row: a length for each of the series.
type Bar struct {
	Label   string
	Lengths []float64
	// Doubt is how much longer the bar may be.
	Doubt float64
}

// Matrix is a grid of marks. What a mark means stands in Legend.
type Matrix struct {
	Columns []string
	Rows    []MatrixRow
	Legend  []Mark
}

// MatrixRow is a row with the marks of its cells, as positions in the legend;
// -1 is an empty cell.
type MatrixRow struct {
	Group string // a heading that stands once, above the first of several rows with it
	Label string
	Marks []int
}

// Mark is one meaning. The sign keeps it from resting on colour alone.
type Mark struct {
	Sign    string // one character
	Meaning string
	Tone    Tone
}

// Tone is what a colour says.
type Tone uint8

const (
	Quiet    Tone = iota // nothing to see
	Good                 // as it is to be
	Open                 // proposed, planned or not known
	Bad                  // missing or late
	Neutral              // one sort of thing
	Neutral2             // another
	Neutral3             // a third
)

// Timeline is lanes of stretches and points in time.
type Timeline struct {
	From, Until edtf.Day // both shown
	Now         edtf.Day // the day of the view, marked
	Lanes       []Lane
	Legend      []Mark // what the tones mean; the signs are not shown
}

// Lane is one row of a timeline.
type Lane struct {
	Label  string
	Spans  []Stretch
	Points []Point
}

// Stretch lasts from one date to another. Where either is not exact it fades in
// or out over the days that it may be. A zero From or Until goes on beyond the
// timeline.
type Stretch struct {
	From, Until edtf.Date
	Tone        Tone
	Text        string
}

// Point is an event. Where its day is not exact it is drawn over the days that
// it may be.
type Point struct {
	Date edtf.Date
	Tone Tone
	Text string
}

// Curve is a number that changes at certain days, or the bounds it lies within.
type Curve struct {
	From, Until edtf.Day
	Now         edtf.Day
	Unit        string
	Whole       float64 // what it may become at most; 0 where nothing bounds it
	Steps       []Step
}

// Step is what the number is from a day on.
type Step struct {
	Day      edtf.Day
	Min, Max float64
}

// Wheel is a year as a circle of twelve months.
type Wheel struct {
	Year   int
	Months []string     // twelve names
	Events []WheelEvent // in the order of the year
	Legend []Mark
}

// WheelEvent is something in a month, or in several when its day is not exact.
type WheelEvent struct {
	First, Last int // months, 1–12
	Tone        Tone
	Text        string
}
