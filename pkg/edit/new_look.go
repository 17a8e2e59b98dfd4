package edit

import (
	"slices"

	"github.com/vis-samverkan/vis/pkg/model"
)

// Word is the value at a path, or "". That of a text is the one in Swedish, or
// else in English.
func (d *Draft) Word(path string) string {
	b := d.at(path)
	switch {
	case b == nil:
		return ""
	case b.word == "" && b.under["sv"] != nil:
		return b.under["sv"].word
	case b.word == "" && b.under["en"] != nil:
		return b.under["en"].word
	}
	return b.word
}

// Has reports whether anything stands at a path.
func (d *Draft) Has(path string) bool {
	b := d.at(path)
	return b != nil && !b.empty()
}

// AnswerAt is the answer without a value that stands under a key, itself or as
// one of its texts, its entries or their sources; "" where there is none.
func (d *Draft) AnswerAt(key string) string {
	b := d.at(key)
	if b == nil {
		return ""
	}
	at := append([]*branch{b, b.under["is"], b.under["sv"], b.under["en"]}, b.list...)
	for _, item := range b.list {
		at = append(at, item.under["is"], item.under["source"])
	}
	for _, b := range at {
		if b != nil && isAnswer(b.word) {
			return b.word
		}
	}
	return ""
}

// empty reports whether no value stands here or further in.
func (b *branch) empty() bool {
	for _, u := range b.under {
		if !u.empty() {
			return false
		}
	}
	return b.word == "" && !slices.ContainsFunc(b.list, func(item *branch) bool { return !item.empty() })
}

func (d *Draft) at(path string) *branch {
	b := d.top
	for _, s := range model.ParsePath(path) {
		switch {
		case s.Index < 0:
			b = b.under[s.Key]
		case s.Index < len(b.list):
			b = b.list[s.Index]
		default:
			return nil
		}
		if b == nil {
			return nil
		}
	}
	return b
}
