// Package truth is logic with three answers: yes, no and cannot tell.
//
// A registry is never complete and its dates are often vague, so a question put
// to it can lack an answer. The connectives are those of Kleene's strong logic
// of indeterminacy (S. C. Kleene, Introduction to Metamathematics, 1952, §64):
// an answer is given as soon as what is known settles it, whatever the rest
// turns out to be. From this follows what the callers rely on: learning more
// can turn [CannotTell] into an answer, never an answer into its opposite.
package truth

import "iter"

// Value is the answer to a question. The zero value is CannotTell, so an answer
// that nobody gave is never mistaken for one.
type Value uint8

// The three answers.
const (
	CannotTell Value = iota
	Yes
	No
)

// Of gives Yes for true and No for false.
func Of(b bool) Value {
	if b {
		return Yes
	}
	return No
}

// Not turns Yes into No and No into Yes; what cannot be told stays so.
func (v Value) Not() Value {
	switch v {
	case Yes:
		return No
	case No:
		return Yes
	default:
		return CannotTell
	}
}

// String gives "yes", "no" or "cannot tell".
func (v Value) String() string {
	switch v {
	case Yes:
		return "yes"
	case No:
		return "no"
	default:
		return "cannot tell"
	}
}

// And is No if any value is No, Yes if all are Yes, and otherwise CannotTell.
// And of nothing is Yes.
func And(values ...Value) Value {
	all := Yes
	for _, v := range values {
		switch v {
		case Yes:
		case No:
			return No
		default:
			all = CannotTell
		}
	}
	return all
}

// Or is Yes if any value is Yes, No if all are No, and otherwise CannotTell.
// Or of nothing is No.
func Or(values ...Value) Value {
	some := No
	for _, v := range values {
		switch v {
		case Yes:
			return Yes
		case No:
		default:
			some = CannotTell
		}
	}
	return some
}

// Every is [And] over what ask answers for each element. It stops at the first No.
func Every[T any](seq iter.Seq[T], ask func(T) Value) Value {
	all := Yes
	for element := range seq {
		if all = And(all, ask(element)); all == No {
			break
		}
	}
	return all
}

// Some is [Or] over what ask answers for each element. It stops at the first Yes.
func Some[T any](seq iter.Seq[T], ask func(T) Value) Value {
	some := No
	for element := range seq {
		if some = Or(some, ask(element)); some == Yes {
			break
		}
	}
	return some
}
