package model

import "iter"

// Answer tells what kind of answer an attribute holds. The five are kept
// apart because rules treat them differently (the registry's convention
// "value, unknown, none, not applicable, absent").
type Answer uint8

const (
	// Absent: nobody has encoded the attribute yet. It proves nothing.
	Absent Answer = iota
	// Given: a value stands there.
	Given
	// Unknown: the question was asked and the source has no answer.
	Unknown
	// None: known not to exist. It is an answer, and rules about content judge it.
	None
	// NotApplicable: the question makes no sense for this record.
	NotApplicable
)

// answerWords are the words that may stand in place of any value.
var answerWords = map[string]Answer{"unknown": Unknown, "none": None, "not-applicable": NotApplicable}

// AnswerWord returns the answer that word stands for, if it is one of
// unknown, none and not-applicable.
func AnswerWord(word string) (Answer, bool) {
	a, ok := answerWords[word]
	return a, ok
}

// String returns the word as it is written in a file; "" for Absent and Given.
func (a Answer) String() string {
	switch a {
	case Unknown:
		return "unknown"
	case None:
		return "none"
	case NotApplicable:
		return "not-applicable"
	}
	return ""
}

// Why is what the long form of an unknown, a none or a not-applicable adds:
// `{is: unknown, candidates: [sodra], reason: …, sources: […]}`.
type Why struct {
	Candidates List[string]   `k:"candidates" one:"tänkbart värde|possible value" sv:"tänkbara värden" en:"possible values"`
	Reason     Val[Text]      `k:"reason" sv:"varför svaret är detta" en:"why this is the answer"`
	Sources    List[Citation] `k:"sources" one:"källa|source" sv:"källor för svaret" en:"sources of the answer"`
	// Unread: what stands there could not be read, and a finding says so. It is
	// taken as unknown, but nobody has answered that it is.
	Unread bool
}

// Evidence is what the answer cites. A short answer cites nothing.
func (w *Why) Evidence() *Evidence {
	if w == nil {
		return &Evidence{}
	}
	return &Evidence{Sources: w.Sources}
}

// Val is an attribute with one value.
type Val[T any] struct {
	Is  Answer
	Why *Why // nil unless the long form was used
	V   T    // the zero value unless Is == Given
}

// Get returns the value and whether there is one.
func (v Val[T]) Get() (T, bool) { return v.V, v.Is == Given }

// Given reports whether a value stands there.
func (v Val[T]) Given() bool { return v.Is == Given }

// Some is a given value.
func Some[T any](value T) Val[T] { return Val[T]{Is: Given, V: value} }

// List is an attribute with several values. Where a list stands, one value
// may be written without brackets. An entry may itself be unknown.
type List[T any] struct {
	Is    Answer
	Why   *Why
	Items []Val[T]
}

// All yields the entries that have a value, with their position in the file's list.
func (l List[T]) All() iter.Seq2[int, T] {
	return func(yield func(int, T) bool) {
		for i := range l.Items {
			if l.Items[i].Is == Given && !yield(i, l.Items[i].V) {
				return
			}
		}
	}
}

// Pointers yields the entries that have a value without copying them.
func (l *List[T]) Pointers() iter.Seq2[int, *T] {
	return func(yield func(int, *T) bool) {
		for i := range l.Items {
			if l.Items[i].Is == Given && !yield(i, &l.Items[i].V) {
				return
			}
		}
	}
}

// Values returns the entries that have a value.
func (l List[T]) Values() []T {
	out := make([]T, 0, len(l.Items))
	for _, v := range l.All() {
		out = append(out, v)
	}
	return out
}

// Open reports whether the list may hold more than it shows: it is unknown,
// or one of its entries is.
func (l List[T]) Open() bool {
	if l.Is == Unknown {
		return true
	}
	for i := range l.Items {
		if l.Items[i].Is == Unknown {
			return true
		}
	}
	return false
}

// Row is one line of a Table.
type Row[T any] struct {
	Key string
	Val Val[T]
}

// Table is an attribute whose keys are the registry's own: ids, rule names,
// matters. The order is that of the file.
type Table[T any] struct {
	Is   Answer
	Why  *Why
	Rows []Row[T]
}

// Get returns what stands under key.
func (t Table[T]) Get(key string) (Val[T], bool) {
	for i := range t.Rows {
		if t.Rows[i].Key == key {
			return t.Rows[i].Val, true
		}
	}
	return Val[T]{}, false
}
