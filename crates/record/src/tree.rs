//! The Merkle tree over the journal, hashed as RFC 9162 section 2.1.1 says. Only its frontier is kept: the roots of the
//! full subtrees from the left, largest first, from which the root follows. docs/decisions/0002-journal-leaf.md has
//! the exact bytes.

use crate::fault::{Error, Result};
use sha2::{Digest, Sha256};

pub type Hash = [u8; 32];

/// SHA-256 over a byte 0 and the leaf's entry, here the commitment.
pub fn leaf(commitment: &Hash) -> Hash {
    Sha256::new()
        .chain_update([0])
        .chain_update(commitment)
        .finalize()
        .into()
}

fn node(left: &Hash, right: &Hash) -> Hash {
    Sha256::new()
        .chain_update([1])
        .chain_update(left)
        .chain_update(right)
        .finalize()
        .into()
}

/// What is enough to go on adding leaves and to say the root.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Frontier {
    size: u64,
    peaks: Vec<Hash>,
}

impl Frontier {
    pub fn push(&mut self, leaf: Hash) {
        let mut root = leaf;
        // Each trailing one bit of the size is a full subtree as large as the one that grows.
        for _ in 0..self.size.trailing_ones() {
            if let Some(left) = self.peaks.pop() {
                root = node(&left, &root);
            }
        }
        self.peaks.push(root);
        self.size += 1;
    }

    /// The root hash; of an empty tree the hash of nothing.
    pub fn root(&self) -> Hash {
        let mut peaks = self.peaks.iter().rev();
        match peaks.next() {
            None => Sha256::digest([]).into(),
            Some(last) => peaks.fold(*last, |right, left| node(left, &right)),
        }
    }

    /// The peaks one after another; the size says how many there are.
    pub fn to_bytes(&self) -> Vec<u8> {
        self.peaks.concat()
    }

    /// # Errors
    /// When the bytes cannot be the frontier of a tree of that size.
    pub fn from_bytes(size: u64, bytes: &[u8]) -> Result<Self> {
        let (peaks, rest) = bytes.as_chunks::<32>();
        if !rest.is_empty() || peaks.len() as u32 != size.count_ones() {
            return Err(Error::Damaged(format!(
                "a tree of {size} leaves has no frontier of {} bytes",
                bytes.len()
            )));
        }
        Ok(Self {
            size,
            peaks: peaks.to_vec(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// MTH of RFC 9162 2.1.1, written down as it stands there.
    fn root_by_the_book(leaves: &[Hash]) -> Hash {
        match leaves {
            [] => Sha256::digest([]).into(),
            [one] => *one,
            many => {
                let split = many.len().next_power_of_two() / 2;
                node(
                    &root_by_the_book(&many[..split]),
                    &root_by_the_book(&many[split..]),
                )
            }
        }
    }

    fn leaves(count: u8) -> Vec<Hash> {
        (0..count)
            .map(|n| leaf(&Sha256::digest([n]).into()))
            .collect()
    }

    proptest! {
        #[test]
        fn the_frontier_gives_the_root_of_the_rfc(count in 0u8..200) {
            let leaves = leaves(count);
            let mut frontier = Frontier::default();
            for leaf in &leaves {
                frontier.push(*leaf);
            }
            prop_assert_eq!(frontier.root(), root_by_the_book(&leaves));
            let again = Frontier::from_bytes(u64::from(count), &frontier.to_bytes()).expect("its own bytes");
            prop_assert_eq!(again, frontier);
        }
    }

    #[test]
    fn bytes_of_another_size_are_refused() {
        assert!(Frontier::from_bytes(3, &[0; 32]).is_err());
        assert!(Frontier::from_bytes(1, &[0; 31]).is_err());
    }
}
