//! Machines that play a scenario: policies.
