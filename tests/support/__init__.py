"""What tests share: ``from tests.support.need import need_program``, and so on."""

import pytest

pytest.register_assert_rewrite("tests.support.golden")
