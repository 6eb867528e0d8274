//! Lanes that take turns: first the customers of providers, then the networks of each.

use std::collections::VecDeque;

use crate::runtime::client_network::customer_of;

/// So many may wait in one lane: some seconds of work.
pub(super) const LONGEST_LANE: usize = 128;

/// Where somebody waits. Equal ones share a lane.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Lane {
    pub(super) is_known: bool,
    /// The lanes of one group share its turns.
    group: String,
    name: String,
}

impl Lane {
    /// People whom nothing is known of, from one network or through one front end.
    pub(crate) fn of_strangers(place: &str) -> Self {
        Self { is_known: false, group: customer_of(place), name: place.to_owned() }
    }

    /// Somebody on a device, in a network or in a session that is known. Nobody else waits there.
    pub(crate) fn of_known(person_and_place: &str) -> Self {
        Self { is_known: true, group: person_and_place.to_owned(), name: String::new() }
    }

    /// What administrators do.
    pub(crate) fn of_administration() -> Self {
        Self::of_known("administration")
    }
}

/// There is no place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct NoPlace;

/// Who waits, in groups of lanes. The group whose turn it is comes first, and in it the lane.
#[derive(Debug)]
pub(super) struct Lanes<T> {
    groups: VecDeque<Group<T>>,
    /// So many wait in all.
    most: usize,
}

#[derive(Debug)]
struct Group<T> {
    name: String,
    lanes: VecDeque<(String, VecDeque<T>)>,
}

impl<T> Group<T> {
    fn len(&self) -> usize {
        self.lanes.iter().map(|(_, waiters)| waiters.len()).sum()
    }
}

impl<T> Lanes<T> {
    pub(super) fn new(most: usize) -> Self {
        Self { groups: VecDeque::new(), most }
    }

    /// Lets somebody wait. Where as many wait as may, the last one of the largest group gives way to a smaller one.
    pub(super) fn enter(&mut self, lane: &Lane, waiter: T, is_gone: impl Fn(&T) -> bool) -> Result<(), NoPlace> {
        if self.len() >= self.most {
            self.forget(&is_gone);
        }
        if self.len() >= self.most {
            self.make_place_for(&lane.group)?;
        }
        let at = self.groups.iter().position(|group| group.name == lane.group).unwrap_or_else(|| {
            self.groups.push_back(Group { name: lane.group.clone(), lanes: VecDeque::new() });
            self.groups.len() - 1
        });
        let Some(group) = self.groups.get_mut(at) else { return Err(NoPlace) };
        match group.lanes.iter_mut().find(|(name, _)| *name == lane.name) {
            Some((_, waiters)) => {
                waiters.retain(|waiter| !is_gone(waiter));
                if waiters.len() >= LONGEST_LANE {
                    return Err(NoPlace);
                }
                waiters.push_back(waiter);
            }
            None => group.lanes.push_back((lane.name.clone(), VecDeque::from([waiter]))),
        }
        Ok(())
    }

    /// Whose turn it is.
    pub(super) fn next(&mut self) -> Option<T> {
        while let Some(mut group) = self.groups.pop_front() {
            let next = group.lanes.pop_front().and_then(|(name, mut waiters)| {
                let next = waiters.pop_front();
                if !waiters.is_empty() {
                    group.lanes.push_back((name, waiters));
                }
                next
            });
            if !group.lanes.is_empty() {
                self.groups.push_back(group);
            }
            if next.is_some() {
                return next;
            }
        }
        None
    }

    fn len(&self) -> usize {
        self.groups.iter().map(Group::len).sum()
    }

    fn make_place_for(&mut self, group: &str) -> Result<(), NoPlace> {
        let own = self.groups.iter().find(|other| other.name == group).map_or(0, Group::len);
        let largest = self.groups.iter_mut().max_by_key(|group| group.len()).filter(|largest| largest.len() > own + 1);
        let longest = largest.and_then(|group| group.lanes.iter_mut().max_by_key(|(_, waiters)| waiters.len()));
        longest.and_then(|(_, waiters)| waiters.pop_back()).map(drop).ok_or(NoPlace)
    }

    fn forget(&mut self, is_gone: impl Fn(&T) -> bool) {
        for group in &mut self.groups {
            for (_, waiters) in &mut group.lanes {
                waiters.retain(|waiter| !is_gone(waiter));
            }
            group.lanes.retain(|(_, waiters)| !waiters.is_empty());
        }
        self.groups.retain(|group| !group.lanes.is_empty());
    }
}
