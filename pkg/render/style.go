package render

import "github.com/fatih/color"

// Style colours words on a terminal, or leaves them as they are.
type Style struct{ on bool }

// NewStyle returns a style that colours if on is true.
func NewStyle(on bool) Style { return Style{on} }

func (s Style) paint(text string, attrs ...color.Attribute) string {
	if !s.on {
		return text
	}
	c := color.New(attrs...)
	c.EnableColor()
	return c.Sprint(text)
}

// Error paints what is wrong.
func (s Style) Error(text string) string { return s.paint(text, color.FgRed, color.Bold) }

// Warning paints what should be looked at.
func (s Style) Warning(text string) string { return s.paint(text, color.FgYellow, color.Bold) }

// Note paints what is worth knowing.
func (s Style) Note(text string) string { return s.paint(text, color.FgCyan, color.Bold) }

// Good paints what was added or is as it should be.
func (s Style) Good(text string) string { return s.paint(text, color.FgGreen) }

// Strong paints headings and names.
func (s Style) Strong(text string) string { return s.paint(text, color.Bold) }

// Faint paints what is beside the point.
func (s Style) Faint(text string) string { return s.paint(text, color.Faint) }
