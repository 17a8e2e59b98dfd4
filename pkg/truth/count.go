package truth

// Count is a tally of answers. The elements that could not be decided are its
// slack: the true number of yeses lies between Yes and Yes + CannotTell, and a
// question about that number is answered only when both ends agree.
type Count struct{ Yes, No, CannotTell int }

// Add counts one more answer.
func (c *Count) Add(v Value) {
	switch v {
	case Yes:
		c.Yes++
	case No:
		c.No++
	default:
		c.CannotTell++
	}
}

// Total is the number of answers counted.
func (c Count) Total() int { return c.Yes + c.No + c.CannotTell }

// AtLeast tells whether the number of yeses is n or more.
func (c Count) AtLeast(n int) Value {
	switch {
	case c.Yes >= n:
		return Yes
	case c.Yes+c.CannotTell < n:
		return No
	default:
		return CannotTell
	}
}

// AtMost tells whether the number of yeses is n or fewer.
func (c Count) AtMost(n int) Value {
	switch {
	case c.Yes > n:
		return No
	case c.Yes+c.CannotTell <= n:
		return Yes
	default:
		return CannotTell
	}
}

// Exactly tells whether the number of yeses is n.
func (c Count) Exactly(n int) Value { return And(c.AtLeast(n), c.AtMost(n)) }
