package render

import (
	"github.com/mattn/go-runewidth"
	"github.com/olekukonko/tablewriter/pkg/twwidth"
)

// How wide a character is does not hang on the environment here, which both
// libraries would ask.
var measure = &runewidth.Condition{StrictEmojiNeutral: true}

func init() { twwidth.SetEastAsian(false) }

// columns is how many columns of a terminal a text takes.
func columns(s string) int { return measure.StringWidth(s) }
